import { DialogueItem } from './dialogue-item.tsx'
import { GapItem } from './gap-item.tsx'
import { IncidentItem } from './incident-item.tsx'
import type { ItemProps } from './item-props.ts'
import { MatchItem } from './match-item.tsx'
import { MultipleItem } from './multiple-item.tsx'
import { OrderItem } from './order-item.tsx'
import { ReflectionItem } from './reflection-item.tsx'
import { RewriteItem } from './rewrite-item.tsx'
import { SingleItem } from './single-item.tsx'
import { SjtItem } from './sjt-item.tsx'
import { TransferItem } from './transfer-item.tsx'
import { TruefalseItem } from './truefalse-item.tsx'

/**
 * An item on a page, whatever its kind: its form, or the answer with its feedback. Works as a plain document; every
 * form posts the hidden fields `item` and `event_id` to `action`. Situations and conversations show no title of their
 * own, they stand on a page that has it.
 */
export const ItemView = ({ item, ...rest }: ItemProps) => {
  switch (item.kind) {
    case 'single':
      return <SingleItem item={item} {...rest} />
    case 'multiple':
      return <MultipleItem item={item} {...rest} />
    case 'truefalse':
      return <TruefalseItem item={item} {...rest} />
    case 'order':
      return <OrderItem item={item} {...rest} />
    case 'match':
      return <MatchItem item={item} {...rest} />
    case 'gap':
      return <GapItem item={item} {...rest} />
    case 'critical-incident':
      return <IncidentItem item={item} {...rest} />
    case 'sjt':
      return <SjtItem item={item} {...rest} />
    case 'dialogue':
      return <DialogueItem item={item} {...rest} />
    case 'rewrite':
      return <RewriteItem item={item} {...rest} />
    case 'reflection':
      return <ReflectionItem item={item} {...rest} />
    case 'transfer':
      return <TransferItem item={item} {...rest} />
  }
}
