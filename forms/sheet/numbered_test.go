package sheet

import "testing"

// Numbers come back as numbers, and a text that looks like a formula as a text.
func TestWriteNumberTabs(t *testing.T) {
	data, err := WriteNumberTabs([]NumberTab{
		{Name: "Đối chiếu", Heads: []string{"Dòng", "Số"}, Wide: []int{0}, Lines: [][]any{{"=1+1", int64(27_000_000)}, {nil, int64(-5)}}},
		{Name: "Hai", Heads: []string{"A"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	got, problems, err := ReadCells(t.Context(), data, nil)
	if err != nil || len(problems) != 0 || len(got) != 2 || got[0].Name != "Đối chiếu" {
		t.Fatalf("got %+v, %+v, %v", got, problems, err)
	}
	want := []Cell{{Col: 0, At: "A2", Text: "=1+1"}, {Col: 1, At: "B2", Text: "27000000"}, {Col: 1, At: "B3", Text: "-5"}}
	i := 0
	for _, r := range got[0].Rows[1:] {
		for _, c := range r {
			if c != want[i] {
				t.Errorf("got %+v, want %+v", c, want[i])
			}
			i++
		}
	}
	if _, err := WriteNumberTabs([]NumberTab{{Name: "x", Heads: []string{"A"}, Lines: [][]any{{1.5}}}}); err == nil {
		t.Error("a float is written")
	}
}
