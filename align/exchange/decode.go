package exchange

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// plain unpacks what is packed by gzip, as corpora often are, turns UTF-16 into
// UTF-8, and takes away the byte order mark.
func plain(r io.Reader) (io.Reader, error) {
	buffered := bufio.NewReader(r)
	head, err := buffered.Peek(2)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if !bytes.Equal(head, []byte{0x1F, 0x8B}) {
		return decodeUTF16(buffered)
	}
	unpacked, err := newUnpacker(buffered)
	if err != nil {
		return nil, &Error{Err: fmt.Errorf("it can't be unpacked: %w", err)}
	}
	return decodeUTF16(bufio.NewReader(unpacked))
}

// decodeUTF16 turns UTF-16, which translation memories often have, into UTF-8, and
// takes away the byte order mark. Without a mark it is known by the first
// character of markup.
func decodeUTF16(buffered *bufio.Reader) (io.Reader, error) {
	head, err := buffered.Peek(4)
	if err != nil && err != io.EOF {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}), bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(buffered), nil
	case bytes.Equal(head, []byte{'<', 0, '?', 0}):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().Reader(buffered), nil
	case bytes.Equal(head, []byte{0, '<', 0, '?'}):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder().Reader(buffered), nil
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		buffered.Discard(3)
	}
	return buffered, nil
}

const (
	// maxRatio bounds how much larger unpacked text may be than it is packed.
	// Text becomes 3 to 20 times larger; what gzip can do at most is 1,032.
	maxRatio = 200

	// freeSize is what may be unpacked whatever the ratio, in bytes.
	freeSize = 64 << 20
)

// unpacker unpacks gzip, and fails at what only a bomb unpacks to.
type unpacker struct {
	packed *countingReader
	gzip   *gzip.Reader
	size   int64
}

func newUnpacker(r io.Reader) (*unpacker, error) {
	packed := &countingReader{r: r}
	z, err := gzip.NewReader(packed)
	if err != nil {
		return nil, err
	}
	return &unpacker{packed: packed, gzip: z}, nil
}

func (u *unpacker) Read(p []byte) (int, error) {
	n, err := u.gzip.Read(p)
	if u.size += int64(n); u.size > freeSize && u.size/maxRatio > u.packed.size {
		return n, fmt.Errorf("%w: %d MiB of text out of %d kB", ErrTooLarge, u.size>>20, u.packed.size>>10)
	}
	if err != nil && err != io.EOF {
		err = &Error{Err: fmt.Errorf("it can't be unpacked: %w", err)}
	}
	return n, err
}

type countingReader struct {
	r    io.Reader
	size int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.size += int64(n)
	return n, err
}

// charsets are the encodings besides UTF-8 and UTF-16 that files in European
// languages come in, by the names that files give them.
var charsets = map[string]*charmap.Charmap{
	"iso-8859-1": charmap.Windows1252, "latin1": charmap.Windows1252, // as browsers read it
	"windows-1252": charmap.Windows1252, "cp1252": charmap.Windows1252,
	"iso-8859-2": charmap.ISO8859_2, "windows-1250": charmap.Windows1250,
	"iso-8859-5": charmap.ISO8859_5, "windows-1251": charmap.Windows1251, "koi8-r": charmap.KOI8R,
	"iso-8859-7": charmap.ISO8859_7, "windows-1253": charmap.Windows1253,
	"iso-8859-9": charmap.Windows1254, "windows-1254": charmap.Windows1254,
	"iso-8859-15": charmap.ISO8859_15, "macintosh": charmap.Macintosh,
}

// charset decodes what a file says of itself. UTF-16 has been decoded by then.
func charset(label string, r io.Reader) (io.Reader, error) {
	label = strings.ToLower(label)
	switch label {
	case "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be":
		return r, nil
	}
	if c := charsets[label]; c != nil {
		return c.NewDecoder().Reader(r), nil
	}
	return nil, fmt.Errorf("encoding %q is not known; convert the file to UTF-8 first", label)
}
