import { drawQr } from './qr-drawing.ts'

/** A QR code on a white ground, dark on light also at night: cameras need it so. `label` says where it leads. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { size, path } = drawQr(text)
  return (
    <svg className="wb-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect className="wb-qr__light" width={size} height={size} />
      <path className="wb-qr__dark" d={path} />
    </svg>
  )
}
