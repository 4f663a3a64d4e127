/** Fields that travel with a form unseen; a name may occur several times. */
export const HiddenFields = ({ fields }: { fields: readonly (readonly [string, string])[] }) => (
  <>
    {fields.map(([name, value], position) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity of a repeated field, and the list never changes
      <input key={position} type="hidden" name={name} value={value} />
    ))}
  </>
)
