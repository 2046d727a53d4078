package pdfsig

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"github.com/digitorus/pdf"

	"ankhai/signing"
)

// facts are what must be the same before and after signing.
type facts struct {
	pages   int
	catalog map[string]string // entries of the catalogue but AcroForm
	page    map[string]string // entries of the stamped page but Annots
	fields  int               // signature fields
}

var (
	errEncrypted = errors.New("pdf is encrypted")
	errLocked    = errors.New("pdf is certified against changes")
	errForm      = errors.New("pdf has form fields")
	errBroken    = errors.New("pdf structure is not sound")
)

// inspect reads a PDF as the signing library would, with bounds the library does
// not have, and gives the facts. page is the page to look at, from 1.
func inspect(data []byte, page int) (f facts, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errBroken, r)
		}
	}()
	if err := bounded(data); err != nil {
		return f, err
	}
	lengths, err := sound(data)
	if err != nil {
		return f, err
	}
	reader, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		if bytes.Contains(data, []byte("/Encrypt")) {
			return f, errEncrypted
		}
		return f, fmt.Errorf("%w: %w", errBroken, err)
	}
	if !reader.Trailer().Key("Encrypt").IsNull() {
		return f, errEncrypted
	}
	table := reader.Xref()
	for i := range table {
		container := table[i].Stream()
		id := container.GetID()
		if id == 0 {
			continue
		}
		if int(id) >= len(table) {
			return f, errBroken
		}
		outer := table[id].Stream()
		if outer.GetID() != 0 { // an object stream inside another
			return f, errBroken
		}
	}
	for _, id := range lengths {
		if id >= len(table) {
			return f, errBroken
		}
		if outer := table[id].Stream(); outer.GetID() != 0 {
			return f, errBroken
		}
	}
	root := reader.Trailer().Key("Root")
	if root.Kind() != pdf.Dict || root.Key("Pages").Kind() != pdf.Dict {
		return f, errBroken
	}
	if certified(root) {
		return f, errLocked
	}
	if f.fields, err = signatureFields(root.Key("AcroForm")); err != nil {
		return f, err
	}
	f.catalog = entries(root, "AcroForm", "Type", "Version")
	walk := walker{want: page}
	if err := walk.pages(root.Key("Pages"), 0); err != nil {
		return f, err
	}
	if walk.found.Kind() != pdf.Dict {
		return f, errBroken
	}
	f.pages, f.page = walk.count, entries(walk.found, "Annots")
	return f, nil
}

// certified tells that an author's signature allows no change at all.
func certified(root pdf.Value) bool {
	references := root.Key("Perms").Key("DocMDP").Key("Reference")
	for i := range references.Len() {
		if references.Index(i).Key("TransformParams").Key("P").Int64() == 1 {
			return true
		}
	}
	return false
}

// signatureFields counts them and refuses a form with other fields: the library
// would drop those.
func signatureFields(form pdf.Value) (int, error) {
	if form.IsNull() {
		return 0, nil
	}
	fields := form.Key("Fields")
	if !form.Key("XFA").IsNull() || fields.Len() > maxSignatures {
		return 0, errForm
	}
	for i := range fields.Len() {
		if fields.Index(i).Key("FT").Name() != "Sig" {
			return 0, errForm
		}
	}
	return fields.Len(), nil
}

func entries(dict pdf.Value, but ...string) map[string]string {
	list := map[string]string{}
	for _, key := range dict.Keys() {
		list[key] = dict.Key(key).String()
	}
	for _, key := range but {
		delete(list, key)
	}
	return list
}

// walker counts pages; a tree that is too deep or too wide is a trap.
type walker struct {
	want, count, seen int
	found             pdf.Value
}

func (w *walker) pages(node pdf.Value, depth int) error {
	if w.seen++; depth > 64 || w.seen > 2*maxPages {
		return errBroken
	}
	switch node.Key("Type").Name() {
	case "Page":
		if w.count++; w.count == w.want {
			w.found = node
		}
	case "Pages":
		kids := node.Key("Kids")
		for i := range kids.Len() {
			if err := w.pages(kids.Index(i), depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// bounded refuses what would send the library into endless work or memory.
func bounded(data []byte) error {
	tail := data[max(0, len(data)-4096):]
	if !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.Contains(tail, []byte("%%EOF")) {
		return errBroken
	}
	const maxObjects = 8_388_607 // ISO 32000-1, annex C
	for _, key := range []string{"/Size", "/Index", "/N", "/First", "/Columns"} {
		for at := 0; ; {
			n := bytes.Index(data[at:], []byte(key))
			if n < 0 {
				break
			}
			at += n + len(key)
			for p := skipWhite(data, at); p < len(data) && p < at+256; {
				if data[p] == '[' {
					p = skipWhite(data, p+1)
				}
				number, end := integer(data, p)
				if end == p {
					break
				}
				if number > maxObjects {
					return errBroken
				}
				p = skipWhite(data, end)
			}
		}
	}
	for at := 0; ; {
		n := bytes.Index(data[at:], []byte("xref"))
		if n < 0 {
			break
		}
		at += n + len("xref")
		if bytes.HasSuffix(data[:at], []byte("startxref")) {
			continue // an offset follows
		}
		for p := at; p < len(data); {
			p = skipWhite(data, p)
			first, end := integer(data, p)
			q := skipWhite(data, end)
			count, end2 := integer(data, q)
			if end == p || end2 == q {
				break
			}
			if first > maxObjects || count > maxObjects {
				return errBroken
			}
			p = skipWhite(data, end2) + 20*count
		}
	}
	depth := 0
	for _, b := range data {
		switch b {
		case '[', '<':
			if depth++; depth > maxNesting {
				return errBroken
			}
		case ']', '>':
			depth = max(0, depth-1)
		}
	}
	return nil
}

func integer(data []byte, p int) (n, end int) {
	end = p
	for end < len(data) && end-p < 18 && data[end] >= '0' && data[end] <= '9' {
		end++
	}
	n, _ = strconv.Atoi(string(data[p:end])) // "" is 0
	return n, end
}

// explain turns what inspect found into an outcome with its sentence.
func explain(err error) error {
	say := "Chưa ký được: tệp PDF hỏng hoặc viết sai cấu trúc. Mở tệp, in lại thành PDF rồi ký."
	switch {
	case errors.Is(err, errEncrypted):
		say = "Chưa ký được: tệp PDF có mật khẩu hoặc bị hạn chế quyền. Lưu lại bản không đặt mật khẩu rồi ký."
	case errors.Is(err, errLocked):
		say = "Chưa ký được: người lập tệp PDF đã khoá, không cho ký thêm. Xin bản chưa khoá."
	case errors.Is(err, errForm):
		say = "Chưa ký được: tệp PDF có ô nhập liệu, ký sẽ làm mất các ô đó. In lại thành PDF rồi ký."
	}
	return unsignable(err, say)
}

// spoilt is the outcome when the library did more to the file than sign it.
func spoilt(cause error) error {
	return &signing.Error{Kind: signing.ErrSelfCheck, Cause: cause, Sentence: "Chưa ký được: tệp PDF có cấu trúc không giữ nguyên được khi ký. In lại thành PDF rồi ký."}
}

// changed compares the facts before and after.
func changed(before, after facts, stamped bool) error {
	if after.pages != before.pages || after.fields != before.fields+1 || !sameEntries(before.catalog, after.catalog) || stamped && !sameEntries(before.page, after.page) {
		return spoilt(errors.New("catalogue or page changed"))
	}
	return nil
}

func sameEntries(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for key, value := range a {
		if b[key] != value {
			return false
		}
	}
	return true
}
