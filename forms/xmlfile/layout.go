package xmlfile

import (
	"encoding/xml"

	"ankhai/forms/form"
)

// LayoutOf returns the form and the newest wire layout of an XML root; where
// several kinds of file share the root, the one that no mark tells apart.
func LayoutOf(root string) (*form.Form, *form.Wire) {
	return layout(func(w *form.Wire) bool { return w.Root == root && w.Mark == "" })
}

// LayoutOfFile does the same by the name of the file.
func LayoutOfFile(name string) (*form.Form, *form.Wire) {
	return layout(func(w *form.Wire) bool { return w.File == name })
}

// layoutIn finds the layout of a root; data is looked at only where marks tell
// files of that root apart.
func layoutIn(root string, data []byte) (*form.Form, *form.Wire, error) {
	marks := map[string]bool{}
	layout(func(w *form.Wire) bool {
		if w.Root == root && w.Mark != "" {
			marks[w.Mark] = true
		}
		return false
	})
	if len(marks) > 0 {
		mark, err := firstOf(marks, data)
		if err != nil {
			return nil, nil, err
		}
		if mark != "" {
			f, w := layout(func(w *form.Wire) bool { return w.Root == root && w.Mark == mark })
			return f, w, nil
		}
	}
	f, w := LayoutOf(root)
	return f, w, nil
}

// firstOf returns the first of some elements that stands in a file, "" if none.
func firstOf(names map[string]bool, data []byte) (string, error) {
	r := newReader(data)
	for {
		switch t := r.next().(type) {
		case nil:
			return "", r.err
		case xml.StartElement:
			if names[t.Name.Local] && t.Name.Space == "" {
				return t.Name.Local, nil
			}
		}
	}
}

func layout(is func(*form.Wire) bool) (f *form.Form, w *form.Wire) {
	for _, g := range form.Forms() {
		for i := range g.Wires {
			if k := &g.Wires[i]; is(k) && (w == nil || k.From > w.From) {
				f, w = g, k
			}
		}
	}
	return f, w
}
