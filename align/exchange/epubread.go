package exchange

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"golang.org/x/text/language"
)

const (
	// maxBook bounds the text of an e-book once it is unpacked, in bytes. The
	// longest novels have 10 MB.
	maxBook = 256 << 20

	// maxParts bounds the files in an e-book.
	maxParts = 20000
)

// ReadEPUB reads the text of an e-book in EPUB 2 or 3, part by part in the order
// of its spine: paragraphs, headings, lists, lines of verse, and notes, whether
// the book calls them so or only links to them with raised signs. Pictures and page
// numbers are left out, and so are the cover, title page, copyright page and table
// of contents where the book says that they are.
//
// The error is an [*Error] that names the part at fault; its cause may be
// [ErrNoText], [ErrProtected], or [ErrTooLarge] for a book with parts of more
// than 64 MiB or of more than 256 MiB in all. What sizes the archive claims
// doesn't matter.
func ReadEPUB(r io.ReaderAt, size int64) (*Book, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, &Error{Err: fmt.Errorf("not an e-book: %w", err)}
	}
	if len(archive.File) > maxParts {
		return nil, &Error{Err: fmt.Errorf("%w: %d files in the book, more than %d", ErrTooLarge, len(archive.File), maxParts)}
	}
	e := &epubReader{files: make(map[string]*zip.File, len(archive.File))}
	for _, f := range archive.File {
		e.files[f.Name] = f
	}
	return e.book()
}

type epubReader struct {
	files map[string]*zip.File
	read  int // bytes unpacked so far
}

// packageFile is what is needed of the package document.
type packageFile struct {
	Titles    []string `xml:"metadata>title"`
	Creators  []string `xml:"metadata>creator"`
	Languages []string `xml:"metadata>language"`
	Items     []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Type       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		IDRef string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
	Guide []guideReference `xml:"guide>reference"` // of EPUB 2
}

func (e *epubReader) book() (*Book, error) {
	root, err := e.rootFile()
	if err != nil {
		return nil, err
	}
	var p packageFile
	if err := e.xml(root, &p); err != nil {
		return nil, err
	}
	protected, err := e.protected()
	if err != nil {
		return nil, err
	}
	var h htmlReader
	for _, name := range p.parts(root, e.guide(&p, root)) {
		if protected[name] {
			return nil, &Error{Part: name, Err: ErrProtected}
		}
		data, err := e.part(name)
		if err != nil {
			return nil, err
		}
		text, err := decodeHTML(data)
		if err != nil {
			return nil, &Error{Part: name, Err: err}
		}
		h.read(name, text)
	}
	book := &Book{Language: h.language, Blocks: h.resolve()}
	if len(book.Blocks) == 0 {
		return nil, &Error{Err: ErrNoText}
	}
	p.describe(book)
	return book, nil
}

// describe sets what the package document says about the book.
func (p *packageFile) describe(book *Book) {
	if len(p.Titles) > 0 {
		book.Title = oneLine(p.Titles[0])
	}
	if len(p.Creators) > 0 {
		book.Author = oneLine(p.Creators[0])
	}
	if len(p.Languages) > 0 {
		if tag, err := language.Parse(strings.TrimSpace(p.Languages[0])); err == nil {
			book.Language = tag
		}
	}
}

// parts returns the names of the parts with text, in reading order.
func (p *packageFile) parts(root string, guide []guideReference) []string {
	carrier := carrierParts(guide)
	files := make(map[string]string, len(p.Items))
	for _, item := range p.Items {
		isText := item.Type == "application/xhtml+xml" || item.Type == "text/html"
		isContents := false
		for property := range strings.FieldsSeq(item.Properties) {
			isContents = isContents || property == "nav"
		}
		if name, ok := partName(root, item.Href); ok && isText && !isContents && !carrier[name] {
			files[item.ID] = name
		}
	}
	var parts []string
	for _, ref := range p.Spine {
		if name, ok := files[ref.IDRef]; ok {
			parts = append(parts, name)
			delete(files, ref.IDRef) // a part is read once
		}
	}
	if len(parts) == 0 && len(carrier) > 0 {
		return p.parts(root, nil) // a book of one part, which is its title page too
	}
	return parts
}

// partName returns the name of the part that a reference in another leads to.
func partName(from, href string) (string, bool) {
	u, err := url.Parse(href)
	if err != nil || u.IsAbs() || u.Path == "" {
		return "", false
	}
	return path.Join(path.Dir(from), u.Path), true
}

// rootFile returns the name of the package document.
func (e *epubReader) rootFile() (string, error) {
	const name = "META-INF/container.xml"
	var container struct {
		Files []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := e.xml(name, &container); err != nil {
		return "", err
	}
	if len(container.Files) == 0 {
		return "", &Error{Part: name, Err: fmt.Errorf("it names no package document")}
	}
	return container.Files[0].Path, nil
}

// protected returns the parts that are encrypted. Books have fonts encrypted that
// are otherwise free to read.
func (e *epubReader) protected() (map[string]bool, error) {
	const name = "META-INF/encryption.xml"
	if e.files[name] == nil {
		return nil, nil
	}
	var encryption struct {
		References []struct {
			URI string `xml:"URI,attr"`
		} `xml:"EncryptedData>CipherData>CipherReference"`
	}
	if err := e.xml(name, &encryption); err != nil {
		return nil, err
	}
	parts := make(map[string]bool)
	for _, r := range encryption.References {
		if part, ok := partName("", r.URI); ok {
			parts[part] = true
		}
	}
	return parts, nil
}

// xml reads a part of XML into a struct.
func (e *epubReader) xml(name string, into any) error {
	data, err := e.part(name)
	if err != nil {
		return err
	}
	x, err := newXMLReader(strings.NewReader(string(data)))
	if err != nil {
		return &Error{Part: name, Err: err}
	}
	if err := xml.NewTokenDecoder(&shallow{xmlReader: x}).Decode(into); err != nil {
		var at *Error
		if errors.As(err, &at) {
			return &Error{Part: name, Line: at.Line, Err: at.Err}
		}
		return &Error{Part: name, Err: err}
	}
	return nil
}

// shallow is an xmlReader that encoding/xml reads structs from.
type shallow struct{ *xmlReader }

func (s *shallow) Token() (xml.Token, error) { return s.next() }

// part unpacks a part, within bounds that don't depend on what size it claims.
func (e *epubReader) part(name string) ([]byte, error) {
	f := e.files[name]
	if f == nil {
		return nil, &Error{Part: name, Err: fmt.Errorf("the book lacks this part: %w", fs.ErrNotExist)}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &Error{Part: name, Err: err}
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err != nil {
		return nil, &Error{Part: name, Err: err}
	}
	if len(data) > maxPart {
		return nil, &Error{Part: name, Err: fmt.Errorf("%w: a part of more than %d MiB", ErrTooLarge, maxPart>>20)}
	}
	if e.read += len(data); e.read > maxBook {
		return nil, &Error{Part: name, Err: fmt.Errorf("%w: a book of more than %d MiB", ErrTooLarge, maxBook>>20)}
	}
	return data, nil
}
