package office

import (
	"context"
	"slices"
	"testing"

	"ankhai/storage"
)

// standsBefore is the title of the step that a newcomer stands before.
func standsBefore(t *testing.T, o *Office) string {
	t.Helper()
	g, err := o.PracticeGuide(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(g.Steps, func(s PracticeStep) bool { return s.Now })
	if g.Finished != (i < 0) {
		t.Errorf("finished %v before step %d", g.Finished, i)
	}
	if i < 0 {
		return ""
	}
	return g.Steps[i].Title
}

// The steps tick themselves as the work goes on.
func TestPracticeGuide(t *testing.T) {
	o := openDesk(t, t.TempDir())
	if got := standsBefore(t, o); got != "Mở công ty mẫu" {
		t.Errorf("an empty folder stands before %q", got)
	}
	o = sampleDesk(t)
	if got := standsBefore(t, o); got != "Lập hồ sơ từ đề xuất" {
		t.Errorf("the sample company stands before %q", got)
	}
	id := signedDossier(t, o)
	if got := standsBefore(t, o); got != "Gửi tới Cổng thực hành" {
		t.Errorf("a signed dossier stands before %q", got)
	}
	drawn, err := o.PracticeLot(t.Context(), id)
	again, err2 := o.PracticeLot(t.Context(), id)
	if err != nil || err2 != nil || drawn != again {
		t.Errorf("drawn %v, then %v: %v %v", drawn, again, err, err2)
	}
}

// A returned dossier brings the step that mends it, and its successor ends that.
func TestPracticeStepsOfAReturn(t *testing.T) {
	titles := func(d storage.Dossier, number string) (out []string) {
		for _, s := range practiceSteps(true, true, true, d, number) {
			if !s.Done {
				out = append(out, s.Title)
			}
		}
		return out
	}
	if got := titles(storage.Dossier{ID: "HS000001", State: storage.TraLai}, "00001/2026/07906"); !slices.Equal(got, []string{"Lập lại hồ sơ bị trả", "Có kết quả"}) {
		t.Errorf("a returned one still lacks %q", got)
	}
	if got := titles(storage.Dossier{ID: "HS000002", Parent: "HS000001", State: storage.CoKetQua}, "00002/2026/07906"); len(got) != 0 {
		t.Errorf("its successor with a result lacks %q", got)
	}
}

// Without an employer, or with a real one, no lot is drawn.
func TestLotIsForPracticeAlone(t *testing.T) {
	o := openDesk(t, t.TempDir())
	if drawn, err := o.PracticeLot(context.Background(), "HS000001"); drawn || err == nil {
		t.Errorf("drawn %v, %v", drawn, err)
	}
}
