package xmlfile_test

import (
	"errors"
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/xmlfile"
)

var (
	chungTen = form.Text("Ten", "Tên")
	chungLy  = form.Text("LyDo", "Lý do")
	chungCon = form.Text("Con", "Còn")

	chung = func(id, file, mark string, cols []form.Handle, kids ...form.Elem) *form.Form {
		return form.Register(form.Form{
			ID: id, Version: "1", Title: "Mẫu thử", From: 1,
			Head:  &form.Table{Tag: "Dau", Groups: []form.Group{form.Cols("", cols...)}},
			Table: &form.Table{Tag: "Dong", Groups: []form.Group{form.Cols("", form.Text("A", "A"))}},
			Wires: []form.Wire{{File: file, Root: "CHUNG", SignNode: "KY", Counter: "KY2", Mark: mark, From: 1, Body: []form.Elem{form.Box("TT", kids...)}}},
		})
	}
	motTen = chung("THU-CHUNG-1", "chung-1.xml", "", []form.Handle{chungTen}, form.HeadEl("TEN", chungTen))
	coLyDo = chung("THU-CHUNG-2", "chung-2.xml", "LYDO", []form.Handle{chungLy}, form.HeadEl("LYDO", chungLy))
	_      = form.Register(form.Form{
		ID: "THU-DANH-DAU", Version: "1", Title: "Mẫu thử", From: 1,
		Head:  &form.Table{Tag: "Dau", Groups: []form.Group{form.Cols("", chungCon)}},
		Table: &form.Table{Tag: "Dong", Groups: []form.Group{form.Cols("", form.Text("A", "A"))}},
		Wires: []form.Wire{{File: "danh-dau.xml", Root: "DANHDAU", SignNode: "KY", Mark: "CON", From: 1, Body: []form.Elem{form.HeadEl("CON", chungCon)}}},
	})
)

// Files of one root are told apart by the element that only one of them has.
func TestSharedRoot(t *testing.T) {
	for _, c := range []struct {
		file string
		want *form.Form
	}{
		{`<CHUNG><TT><TEN>a</TEN></TT><KY/><KY2/></CHUNG>`, motTen},
		{`<CHUNG><TT><LYDO>b</LYDO></TT><KY><x/></KY><KY2><y/></KY2></CHUNG>`, coLyDo},
	} {
		doc, w, odds, err := xmlfile.Decode([]byte(c.file))
		if err != nil || len(odds) > 0 {
			t.Fatalf("%s: %v %v", c.file, err, odds)
		}
		if doc.Form != c.want {
			t.Errorf("%s: got %s, want %s", c.file, doc.Form.ID, c.want.ID)
		}
		out, err := xmlfile.Encode(doc, w)
		if err != nil || !strings.HasSuffix(string(out), "</TT><KY></KY><KY2></KY2></CHUNG>") {
			t.Errorf("%s: writes %s, %v", c.file, out, err)
		}
	}
	if found := xmlfile.Validate("chung-1.xml", []byte(`<CHUNG><TT><LYDO>b</LYDO></TT><KY/><KY2/></CHUNG>`)); len(found) != 1 || found[0].Kind != xmlfile.OddUnknown {
		t.Errorf("another file under the name: %v", found)
	}
	if found := xmlfile.Validate("chung-1.xml", []byte(`<CHUNG><TT><TEN>b</TEN></TT><KY2/></CHUNG>`)); len(found) != 1 || found[0].Kind != xmlfile.OddMissing {
		t.Errorf("without our own signature node: %v", found)
	}
}

// A file without the mark of the only layout of its root is of no known form.
func TestWithoutItsMark(t *testing.T) {
	if _, _, _, err := xmlfile.Decode([]byte(`<DANHDAU><KHAC/></DANHDAU>`)); !errors.Is(err, xmlfile.ErrUnknown) {
		t.Errorf("got %v, want ErrUnknown", err)
	}
	if _, _, _, err := xmlfile.Decode([]byte(`<!DOCTYPE a><DANHDAU><CON/></DANHDAU>`)); !errors.Is(err, xmlfile.ErrDoctype) {
		t.Errorf("got %v, want ErrDoctype", err)
	}
	if _, _, _, err := xmlfile.Decode([]byte(`<DANHDAU><CO`)); err == nil || errors.Is(err, xmlfile.ErrUnknown) {
		t.Errorf("a broken file: got %v", err)
	}
}
