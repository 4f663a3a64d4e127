/** An address that may break after its @ where a column is narrow. */
export const EmailText = ({ email }: { email: string }) => {
  const at = email.indexOf('@') + 1
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  )
}
