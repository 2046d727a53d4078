package nguoilaodong

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/facts"
	"ankhai/storage"
)

func (f *fake) Benefits(_ context.Context, person string) (out []office.Benefit, err error) {
	for _, b := range f.claims {
		if b.Person == person {
			out = append(out, b)
		}
	}
	return out, f.err
}

func (f *fake) AllBenefits(context.Context) ([]office.Benefit, error) {
	return slices.Clone(f.claims), f.err
}

func (f *fake) AddClaim(_ context.Context, person string, d office.DotHuong, state office.BenefitState) ([]string, error) {
	if say := d.Loi(); len(say) > 0 {
		return say, nil
	}
	f.claims = append(f.claims, office.Benefit{DotHuong: d, Seq: int64(len(f.claims) + 10), Person: person, State: state, Source: storage.ByHand, At: claimsAt})
	return nil, f.err
}

func (f *fake) SettleClaim(_ context.Context, person string, seq int64, state office.BenefitState, halves int64) error {
	for i := range f.claims {
		if b := &f.claims[i]; b.Person == person && b.Seq == seq {
			b.State, b.Source = state, storage.FromAgency
			if halves > 0 {
				b.NuaNgay = halves
			}
		}
	}
	return f.err
}

func (f *fake) DropClaim(_ context.Context, person string, seq int64) error {
	f.claims = slices.DeleteFunc(f.claims, func(b office.Benefit) bool { return b.Person == person && b.Seq == seq })
	return f.err
}

func (f *fake) TakeBackClaims(_ context.Context, before, _ []office.Benefit) (int, error) {
	f.undone++
	f.claims = slices.Clone(before)
	return 1, f.err
}

func (f *fake) ImportClaims(_ context.Context, data []byte) (int, int, []office.ClaimFault, error) {
	if string(data) == "sai" {
		return 0, 0, []office.ClaimFault{{Line: 2, Say: "Người: không có ai trong danh sách lao động có số này"},
			{Line: 5, Say: "Đến ngày: phải cùng năm với Từ ngày, vì số ngày được hưởng tính theo năm (Điều 43, Điều 44). Tách thành hai đợt"}}, f.err
	}
	f.claims = append(f.claims, office.Benefit{Person: f.people[1].ID, State: office.DaDuyet, Source: storage.FromFile})
	return 12, 7, nil, f.err
}

var claimsAt = time.Date(2026, 11, 20, 3, 0, 0, 0, time.UTC)

// claimsFake has somebody with periods of every kind of source.
func claimsFake() (*fake, office.NguoiLaoDong) {
	f := &fake{people: uitest.People(3)}
	who := newRoster(slices.Clone(f.people)).at(0)
	add := func(kind facts.CheDo, from, until office.Day, halves int64, b office.Benefit) {
		b.DotHuong = office.DotHuong{CheDo: kind, TuNgay: from, DenNgay: until, NuaNgay: halves, NgaySinhCon: b.NgaySinhCon, TruongHop: b.TruongHop}
		b.Seq, b.Person, b.At = int64(len(f.claims)+1), who.ID, claimsAt
		f.claims = append(f.claims, b)
	}
	add(facts.OmDau, 20260302, 20260306, 9, office.Benefit{State: office.DaDuyet, Source: storage.FromFile})
	add(facts.ConOm, 20260601, 20260602, 4, office.Benefit{State: office.DaDuyet, Source: storage.FromAgency, DossierID: "HS000002", Form: "01B-HSB", Row: 1, Dossier: storage.CoKetQua, DotHuong: facts.DotHuong{NgaySinhCon: 20240501}})
	add(facts.OmDau, 20260907, 20260910, 8, office.Benefit{State: office.DeNghi, Source: storage.FromDossier, DossierID: "HS000003", Form: "01B-HSB", Row: 3, Dossier: storage.TraLai})
	add(facts.OmDau, 20261005, 20261005, 2, office.Benefit{State: office.DeNghi, Source: storage.ByHand})
	return f, who
}

// What somebody had and waits for stands beside the list, the latest first; what does not
// count says so in words.
func TestWhatWasHadIsTold(t *testing.T) {
	f, _ := claimsFake()
	p, _, w := open(t, f)
	p.scroll.Reveal(p.detail.Objects[len(p.detail.Objects)-5])
	uitest.Golden(t, "da-huong", w.Canvas())
	words := strings.Join(uitest.Words(w.Content()), "|")
	for _, want := range []string{"Ốm đau · 05/10/2026|1 ngày, đề nghị · nhập tay", "4 ngày, đề nghị, hồ sơ bị trả lại, không tính · hồ sơ HS000003", "2 ngày, đã duyệt · kết quả của cơ quan BHXH", "và 1 đợt trước đó"} {
		if !strings.Contains(words, want) {
			t.Errorf("it does not say %q: %s", want, words)
		}
	}
	p.grid.Jump(1, 0)
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "Chưa ghi đợt nào. Đợt trong hồ sơ ký ở đây được ghi tự động") {
		t.Errorf("of nobody's periods it says %s", words)
	}
}

// One adds a period by hand; what is wrong is said all at once and nothing is kept;
// then the record follows, and it can be taken back.
func TestAPeriodIsAdded(t *testing.T) {
	f, who := claimsFake()
	_, h, w := open(t, f)
	before := len(f.claims)
	uitest.Press(t, w.Content(), "Ghi một đợt…")
	form := h.Top()
	dates, choices := uitest.Find[*xwidget.DateEntry](form), uitest.Find[*xwidget.Select](form)
	days := uitest.Find[*xwidget.Entry](form)[0]
	if words := strings.Join(uitest.Words(form), "|"); !strings.Contains(words, "Ốm đau: còn ít nhất 17,5 trong ít nhất 30 ngày, đã ghi 12,5") || !dates[2].Disabled() || !choices[1].Disabled() {
		t.Errorf("the form says %s", words)
	}
	uitest.GoldenDialog(t, "ghi-dot-huong", 600, 420, form)
	choices[0].SetSelected("Con ốm")
	dates[0].SetText("2/11/2026")
	dates[1].SetText("03/11/2026")
	days.SetText("3")
	uitest.Press(t, form, "Ghi đợt này")
	words := strings.Join(uitest.Words(form), "|")
	if !strings.Contains(words, "Số ngày: không quá 2 ngày") || !strings.Contains(words, "Ngày sinh của con: phải có khi Chế độ là con ốm") || len(f.claims) != before || h.Closed != 0 {
		t.Fatalf("it says %s", words)
	}
	uitest.GoldenDialog(t, "ghi-dot-huong-sai", 600, 420, form)
	dates[2].SetText("01/05/2024")
	days.SetText("1,5")
	uitest.Press(t, form, "Ghi đợt này")
	if len(f.claims) != before+1 || h.Closed != 1 {
		t.Fatalf("%d periods, closed %d", len(f.claims), h.Closed)
	}
	if b := f.claims[before]; b.Person != who.ID || b.CheDo != facts.ConOm || b.TuNgay != 20261102 || b.DenNgay != 20261103 || b.NuaNgay != 3 || b.NgaySinhCon != 20240501 || b.State != office.DaDuyet {
		t.Errorf("kept %#v", b)
	}
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "Con ốm · 02/11/2026–03/11/2026|1,5 ngày, đã duyệt · nhập tay") || !strings.Contains(words, "Đã ghi đợt con ốm: 02/11/2026–03/11/2026, 1,5 ngày.") {
		t.Errorf("afterwards it says %s", words)
	}
	uitest.Press(t, w.Content(), "Hoàn tác")
	if len(f.claims) != before || f.undone != 1 || strings.Contains(strings.Join(uitest.Words(w.Content()), "|"), "Đã ghi đợt") {
		t.Errorf("%d periods after it was taken back", len(f.claims))
	}
}

// What is typed into the form outlives a sudden end.
func TestAPeriodThatIsTypedIsKept(t *testing.T) {
	f, _ := claimsFake()
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Ghi một đợt…")
	uitest.Find[*xwidget.DateEntry](h.Top())[0].SetText("02/11/2026")
	h.Typing.Look()
	if left := h.Typing.Left(); len(left) != 1 || left[0].Fields[0].Value != "02/11/2026" {
		t.Errorf("kept %+v", left)
	}
}

// All periods stand in a list: one is settled with its days, one that was told by
// mistake goes with a key and comes back; one of a dossier stays.
func TestPeriodsAreSettledAndDropped(t *testing.T) {
	f, _ := claimsFake()
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Xem, sửa các đợt…")
	all := h.Top()
	v := uitest.Window(t, 880, 480, xwidget.Inset(18, 14, 18, 16, all))
	h.Win = v
	grid := uitest.Find[*xwidget.Grid](all)[0]
	v.Canvas().Focus(grid)
	uitest.Golden(t, "cac-dot-huong", v.Canvas())
	button := func(words string) *xwidget.Button {
		for _, b := range uitest.Find[*xwidget.Button](all) {
			if b.Words == words {
				return b
			}
		}
		return nil
	}
	if button("Bỏ đợt này").Disabled() || !button("Mở hồ sơ").Disabled() {
		t.Error("a period told by hand cannot be dropped, or has a dossier")
	}
	uitest.Keys(v.Canvas(), fyne.KeyDown)
	if !button("Bỏ đợt này").Disabled() {
		t.Error("a period of a dossier can be dropped")
	}
	uitest.Keys(v.Canvas(), fyne.KeyUp, fyne.KeyReturn)
	form := h.Top()
	uitest.GoldenDialog(t, "ket-qua-dot", 600, 260, form)
	days := uitest.Find[*xwidget.Entry](form)[0]
	days.SetText("2")
	uitest.Press(t, form, "Ghi kết quả")
	if words := strings.Join(uitest.Words(form), "|"); !strings.Contains(words, "Số ngày: không quá 1 ngày") || h.Closed != 0 {
		t.Fatalf("it says %s", words)
	}
	days.SetText("0,5")
	uitest.Press(t, form, "Ghi kết quả")
	if got := grid.Model().Text(0, 3) + " " + grid.Model().Text(0, 4) + " " + grid.Model().Text(0, 5); h.Closed != 1 || got != "0,5 đã duyệt kết quả của cơ quan BHXH" {
		t.Errorf("closed %d, the list says %s", h.Closed, got)
	}
	uitest.Keys(v.Canvas(), fyne.KeyReturn)
	uitest.Find[*xwidget.Select](h.Top())[0].SetSelected("Bị từ chối")
	uitest.Press(t, h.Top(), "Ghi kết quả")
	if got := grid.Model().Text(0, 4); got != "bị từ chối, không tính" {
		t.Errorf("the list says %s", got)
	}
	v.Canvas().Focus(grid)
	uitest.Keys(v.Canvas(), fyne.KeyDelete)
	if len(f.claims) != 3 || grid.Model().Rows() != 3 || !strings.Contains(strings.Join(uitest.Words(all), "|"), "Đã bỏ đợt ốm đau: 05/10/2026.") {
		t.Fatalf("%d periods, %s", len(f.claims), uitest.Words(all))
	}
	fyne.CurrentApp().Settings().SetTheme(look.Theme{Dark: true})
	uitest.Golden(t, "cac-dot-huong-toi", v.Canvas())
	uitest.Press(t, all, "Hoàn tác")
	if len(f.claims) != 4 || grid.Model().Rows() != 4 {
		t.Errorf("%d periods after it was taken back", len(f.claims))
	}
	grid.Jump(1, 0)
	uitest.Press(t, all, "Mở hồ sơ")
	if len(h.Went) != 1 || h.Went[0] != (office.Place{Screen: "ho-so", ID: "HS000003"}) {
		t.Errorf("went to %v", h.Went)
	}
}

// A file for many says first what it must look like and gives one to be filled; every
// fault is named with its line and nothing is kept; a good one can be taken back.
func TestPeriodsOfManyFromAFile(t *testing.T) {
	f, _ := claimsFake()
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Nhập từ tệp cho nhiều người…")
	uitest.GoldenDialog(t, "nhap-che-do", 600, 300, h.Top())
	uitest.Press(t, h.Top(), "Lưu tệp mẫu để điền")
	if len(h.Kept) != 1 || h.Kept[0].Name != "che-do-da-huong.xlsx" || len(h.Kept[0].Bytes) == 0 {
		t.Errorf("kept %v", h.Kept)
	}
	h.Files = []office.File{{Name: "dot.xlsx", Bytes: []byte("sai")}}
	uitest.Press(t, h.Top(), "Chọn tệp…")
	if h.Titles[1] != "Chưa ghi đợt nào: 2 chỗ cần sửa trong dot.xlsx" || len(f.claims) != 4 {
		t.Fatalf("titles %q, %d periods", h.Titles, len(f.claims))
	}
	uitest.Find[*xwidget.Grid](h.Top())[0].Jump(1, 0)
	uitest.GoldenDialog(t, "nhap-che-do-sai", 740, 470, h.Top())
	h.Files[0].Bytes = []byte("dung")
	uitest.Press(t, h.Top(), "Chọn lại tệp…")
	if h.Titles[2] != "Đã ghi 12 đợt của 7 người" || len(f.claims) != 5 {
		t.Fatalf("titles %q, %d periods", h.Titles, len(f.claims))
	}
	uitest.Press(t, h.Top(), "Hoàn tác")
	if len(f.claims) != 4 || f.undone != 1 || h.Last() != "Đã hoàn tác, các đợt như trước." {
		t.Errorf("%d periods, said %q", len(f.claims), h.Last())
	}
}
