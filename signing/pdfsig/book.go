package pdfsig

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Limits of one file in the reader.
const (
	maxObjects    = 2_000_000
	maxContainers = 4_000     // object and cross-reference streams
	maxUnpacked   = 256 << 20 // of all of them together, about
	minUnpacked   = 256 << 10 // of one of them
	maxDepth      = 20_000    // of references followed
)

func init() {
	model.ConfigPath = "disable" // the library would keep a settings file in the user's home
}

// book is a PDF, or an earlier revision of one, as a reader sees it.
type book struct {
	data []byte
	ctx  *model.Context
	root types.Dict
	// pages and nodes of the page tree: object number to place in reading order.
	pages map[int]int
	leafs []types.Dict
	nodes map[int]bool
	form  types.Dict // AcroForm, nil without
	// fields of the form, and their widgets, by object number.
	fields map[int]*field
	order  []*field
}

// open reads a file through pdfcpu within limits of memory, objects and time.
func open(data []byte) (*book, error) {
	if err := bounded(data); err != nil {
		return nil, err
	}
	room, err := unpackingRoom(data)
	if err != nil {
		return nil, err
	}
	return guarded(func() (*book, error) {
		until, stop := context.WithTimeout(context.Background(), patience)
		defer stop()
		config := model.NewDefaultConfiguration()
		config.Cmd = model.VALIDATESIGNATURES
		config.Offline = true
		config.Limits.MaxStreamBytes = maxFile
		config.Limits.MaxDecodeBytes = room
		config.Limits.MaxObjectCount = maxObjects
		config.Limits.MaxXRefEntries = maxObjects
		config.Limits.MaxRecursionDepth = 64
		ctx, err := pdfcpu.ReadWithContext(until, bytes.NewReader(data), config)
		if err != nil {
			if errors.Is(err, pdfcpu.ErrWrongPassword) {
				return nil, errEncrypted
			}
			return nil, fmt.Errorf("%w: %w", errBroken, err)
		}
		if ctx.Encrypt != nil {
			return nil, errEncrypted
		}
		b := &book{data: data, ctx: ctx}
		return b, b.index()
	})
}

// unpackingRoom shares the memory for unpacked containers among those there are.
// A container's name must stand as it is: written with escapes it could not be
// counted.
func unpackingRoom(data []byte) (int64, error) {
	n := bytes.Count(data, []byte("ObjStm")) + bytes.Count(data, []byte("/XRef"))
	for at := 0; ; {
		next := bytes.IndexByte(data[at:], '#')
		if next < 0 {
			break
		}
		at += next
		start := bytes.LastIndexByte(data[max(0, at-24):at], '/')
		if start >= 0 {
			start += max(0, at-24) + 1
			end := start
			for end < len(data) && end-start < 24 && !white(data[end]) && !delimiter(data[end]) {
				end++
			}
			if name := nameOf(data[start:end]); name == "ObjStm" || name == "XRef" {
				return 0, errBroken
			}
		}
		at++
	}
	if n > maxContainers {
		return 0, errBroken
	}
	return int64(max(minUnpacked, maxUnpacked/max(1, n))), nil
}

// index finds the catalogue, the pages and the form.
func (b *book) index() error {
	if b.ctx.Root == nil {
		return errBroken
	}
	b.root = b.dict(*b.ctx.Root)
	if b.root == nil || b.dict(b.root["Pages"]) == nil {
		return errBroken
	}
	b.pages, b.nodes = map[int]int{}, map[int]bool{}
	if err := b.indexPages(b.root["Pages"], 0); err != nil {
		return err
	}
	if b.form = b.dict(b.root["AcroForm"]); b.form != nil {
		return b.indexFields()
	}
	return nil
}

func (b *book) indexPages(o types.Object, depth int) error {
	nr := number(o)
	node := b.dict(o)
	if depth > 64 || len(b.nodes)+len(b.leafs) > maxPages || node == nil {
		return errBroken
	}
	if _, seen := b.pages[nr]; nr > 0 && (seen || b.nodes[nr]) {
		return errBroken
	}
	kids := b.array(node["Kids"])
	if b.name(node["Type"]) == "Page" || b.name(node["Type"]) == "" && kids == nil {
		if nr > 0 {
			b.pages[nr] = len(b.leafs)
		}
		b.leafs = append(b.leafs, node)
		return nil
	}
	if nr > 0 {
		b.nodes[nr] = true
	}
	for _, kid := range kids {
		if err := b.indexPages(kid, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// get follows references; a missing object is nil.
func (b *book) get(o types.Object) types.Object {
	for range 32 {
		ref, ok := o.(types.IndirectRef)
		if !ok {
			if lazy, ok := o.(types.LazyObjectStreamObject); ok {
				inner, err := lazy.DecodedObject(context.Background())
				if err != nil {
					return nil
				}
				o = inner
				continue
			}
			return o
		}
		entry := b.ctx.Table[ref.ObjectNumber.Value()]
		if entry == nil || entry.Free || entry.Generation != nil && *entry.Generation != ref.GenerationNumber.Value() {
			return nil
		}
		o = entry.Object
	}
	return nil
}

func (b *book) dict(o types.Object) types.Dict {
	switch d := b.get(o).(type) {
	case types.Dict:
		return d
	case types.StreamDict:
		return d.Dict
	}
	return nil
}

func (b *book) array(o types.Object) types.Array {
	a, _ := b.get(o).(types.Array)
	return a
}

func (b *book) name(o types.Object) string {
	n, _ := b.get(o).(types.Name)
	return string(n)
}

// text is a string entry as text; "" where it is none.
func (b *book) text(o types.Object) string {
	switch s := b.get(o).(type) {
	case types.StringLiteral:
		text, err := types.StringLiteralToString(s)
		if err != nil {
			return string(s)
		}
		return text
	case types.HexLiteral:
		text, err := types.HexLiteralToString(s)
		if err != nil {
			return string(s)
		}
		return text
	}
	return ""
}

// number is the object number of a reference, 0 where it is none.
func number(o types.Object) int {
	if ref, ok := o.(types.IndirectRef); ok {
		return ref.ObjectNumber.Value()
	}
	return 0
}

// anchored says that the file's last startxref leads to a cross-reference table
// or stream: the library would go looking for objects where it does not, and
// other readers might look otherwise. at is where it leads.
func anchored(data []byte) (at int, ok bool) {
	last := bytes.LastIndex(data, []byte("startxref"))
	if last < 0 {
		return 0, false
	}
	p := skipWhite(data, last+len("startxref"))
	at, end := integer(data, p)
	if end == p || at >= len(data) {
		return 0, false
	}
	p = skipWhite(data, at)
	if bytes.HasPrefix(data[p:], []byte("xref")) {
		return p, true
	}
	for range 2 {
		_, end := integer(data, p)
		if end == p {
			return 0, false
		}
		p = skipWhite(data, end)
	}
	return skipWhite(data, at), bytes.HasPrefix(data[p:], []byte("obj"))
}

// objectAt is the place of an object in the file, -1 for one inside a container.
func (b *book) objectAt(nr int) int {
	entry := b.ctx.Table[nr]
	if entry == nil || entry.Free || entry.Offset == nil || entry.ObjectStream != nil || *entry.Offset < 0 || *entry.Offset >= int64(len(b.data)) {
		return -1
	}
	at := skipWhite(b.data, int(*entry.Offset))
	if !bytes.HasPrefix(b.data[at:], strconv.AppendInt(nil, int64(nr), 10)) {
		return -1
	}
	return at
}
