/** Progress in words with a bar below. `id` must be unique on the page. */
export const Bar = ({ id, label, value, max }: { id: string; label: string; value: number; max: number }) => (
  <div className="wb-bar">
    <label className="t-small" htmlFor={id}>
      {label}
    </label>
    <progress id={id} value={value} max={Math.max(max, 1)}>
      {label}
    </progress>
  </div>
)
