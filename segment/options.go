package segment

// Faults are things in a text that Parse repairs or lifts out.
type Faults uint16

// Names for the faults of a text, to be kept as they are.
const (
	KeepLines       Faults = 1 << iota // each line is a paragraph: nothing is joined, signs of quoted lines stay
	KeepHyphens                        // hyphens at line ends stay
	KeepPages                          // page numbers, running heads and rules stay in the text
	KeepNotes                          // notes stay where they stand, and their marks
	KeepLigatures                      // lost fi, fl and the like
	KeepQuotes                         // misread quotes and other marks
	KeepDigits                         // digits misread for letters
	KeepSpacing                        // letters set apart, words run together, lost dashes
	KeepEncoding                       // mojibake, entities, decomposed letters, invisible characters
	KeepBoilerplate                    // site and archive matter stays in the text

	// KeepAll leaves the text as it is: nothing is repaired, lifted out or
	// joined.
	KeepAll Faults = 1<<iota - 1
)
