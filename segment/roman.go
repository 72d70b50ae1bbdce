package segment

import "strings"

// romanNumbers are the Roman numbers in small letters, as the first pages of a
// book are numbered.
var romanNumbers = func() map[string]int {
	const most = 299
	signs := []struct {
		value int
		text  string
	}{{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}
	numbers := make(map[string]int, most)
	for n := 1; n <= most; n++ {
		var b strings.Builder
		for rest, i := n, 0; rest > 0; {
			if rest < signs[i].value {
				i++
				continue
			}
			rest -= signs[i].value
			b.WriteString(signs[i].text)
		}
		numbers[b.String()] = n
	}
	return numbers
}()
