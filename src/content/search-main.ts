import { createSearch } from '../overlay/search.ts'
import { handOver } from './late-part.ts'

handOver('search', createSearch)
