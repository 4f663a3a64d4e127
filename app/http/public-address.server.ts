import type { House } from './house.server.ts'

/**
 * The whole address of a path, for what leaves the product (paper, QR codes). As the operator says where the product is reached; without
 * that as this request reached it, so PUBLIC_ORIGIN has to be set before paper goes out.
 */
export const publicAddress = (house: House, request: Request, path: string): string => new URL(path, house.publicOrigin ?? new URL(request.url).origin).href
