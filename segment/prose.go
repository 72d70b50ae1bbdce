package segment

func parseProse(text string, opts Options) *Document { return parseLines(text, opts.Language) }
