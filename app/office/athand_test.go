package office

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"ankhai/forms/form"
	"ankhai/storage"
)

// A form at hand says at every step what the draft says: cells, words for codes, what
// is refused, new rows, undo and redo.
func TestAFormAtHandIsTheDraft(t *testing.T) {
	o, id := draftedDesk(t)
	hand, err := o.store.Doc(t.Context(), id, "D02-LT")
	if err != nil {
		t.Fatal(err)
	}
	same := func(step string) {
		t.Helper()
		kept, err := o.store.Doc(t.Context(), id, "D02-LT")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := asJSON(t, hand), asJSON(t, kept); got != want {
			t.Fatalf("%s: at hand\n%s, kept\n%s", step, got, want)
		}
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	texts := map[string][]string{
		"HoTen": {"Nguyễn Thị Ẩn", "", " Trần  Văn Dũng "}, "MucLuong": {"7.500.000", "năm trăm", ""}, "TuThang": {"11/2026", "13/2026"},
		"PhuongAn": {"TM", "tăng mới", "không có mã này"}, "NgaySinh": {"02/03/1990", "1990"},
	}
	tags := []string{"HoTen", "MucLuong", "TuThang", "PhuongAn", "NgaySinh"}
	for i := range 120 {
		step := fmt.Sprint("step ", i)
		switch n := rnd.IntN(10); {
		case n < 6:
			var cells []CellText
			for range 1 + rnd.IntN(4) {
				tag := tags[rnd.IntN(len(tags))]
				cells = append(cells, CellText{Row: rnd.IntN(len(hand.Rows) + n/5*2), Tag: tag, Text: texts[tag][rnd.IntN(len(texts[tag]))]})
			}
			rows := len(hand.Rows)
			says, err := TakeCells(hand, "", cells)
			if err != nil {
				t.Fatal(err)
			}
			kept, err := o.PasteCells(t.Context(), id, "D02-LT", "", rows, cells)
			if err != nil || fmt.Sprint(says) != fmt.Sprint(kept) {
				t.Fatalf("%s: said %q at hand and %q of the draft, %v", step, says, kept, err)
			}
		case n == 6 && len(hand.Rows) > 2:
			if err := o.DeleteRow(t.Context(), id, "D02-LT", "", rnd.IntN(len(hand.Rows))); err != nil {
				t.Fatal(err)
			}
			if hand, err = o.store.Doc(t.Context(), id, "D02-LT"); err != nil {
				t.Fatal(err)
			}
		default:
			take := o.Undo
			if n > 8 {
				take = o.RedoEdit
			}
			c, err := take(t.Context(), id, "D02-LT")
			if errors.Is(err, storage.ErrNothingToUndo) {
				continue
			}
			if err == nil {
				err = Follow(hand, c)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		same(step)
	}
}

// The head of a form is one row; what a form has not is no cell of it.
func TestTakeIntoTheHead(t *testing.T) {
	o, id := draftedDesk(t)
	hand, err := o.store.Doc(t.Context(), id, "D02-LT")
	if err != nil {
		t.Fatal(err)
	}
	tag := hand.Form.Head.Columns()[0].Tag
	before := CopyDocs([]*form.Doc{hand})[0]
	was := asJSON(t, before)
	if says, err := TakeCells(hand, headPlace, []CellText{{Tag: tag, Text: "1"}}); err != nil || says[0] != "" {
		t.Errorf("said %q, %v", says, err)
	}
	if asJSON(t, hand) == was || asJSON(t, before) != was {
		t.Error("the head does not change, or changes in the copy")
	}
	for _, x := range []CellText{{Row: 1, Tag: tag}, {Row: -1, Tag: tag}, {Tag: "KhongCo"}} {
		if _, err := TakeCells(hand, headPlace, []CellText{x}); err == nil {
			t.Errorf("%+v is taken", x)
		}
	}
}

func asJSON(t *testing.T, doc *form.Doc) string {
	t.Helper()
	out, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
