package trans

import "slices"

func sortIDs(ids []int32) { slices.Sort(ids) }
