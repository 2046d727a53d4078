package bangluong

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/facts"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// roster is what the fake office knows of records that look like one person.
type roster struct {
	pairs  []payroll.TrungNguoi
	joined []storage.Joined
	apart  []office.ApartPeople
	did    []string
}

func (r *roster) Duplicates(context.Context) ([]payroll.TrungNguoi, error) { return r.pairs, nil }

func (r *roster) KeepApart(_ context.Context, a, b string) error {
	r.did = append(r.did, "apart "+a+" "+b)
	for _, x := range pairs() {
		if x.A.ID == a {
			r.apart = append(r.apart, office.ApartPeople{A: x.A, B: x.B, Who: "ketoan", At: time.Date(2026, 11, 22, 2, 40, 0, 0, time.UTC)})
		}
	}
	return nil
}

func (r *roster) KeptApart(context.Context) ([]office.ApartPeople, error) { return r.apart, nil }

func (r *roster) AskAgain(_ context.Context, a, b string) error {
	r.did, r.apart = append(r.did, "again "+a+" "+b), nil
	return nil
}

func (r *roster) PlanJoin(context.Context, string, string, []string) (office.JoinPlan, error) {
	return office.JoinPlan{HoSo: []string{"HS000003"},
		Facts: []office.JoinFact{{Ten: payroll.SoCCCD, Say: "số CCCD", Giu: "079195000009", Bo: "079195000008", Con: "079195000009", Xung: true},
			{Ten: "dienThoai", Say: "điện thoại", Bo: "0912345678", Con: "0912345678"}},
		Months: []office.JoinFact{{Ten: "2026-10", Say: "từ tháng 10/2026", Giu: "đã nghỉ, lương 6.000.000", Bo: "đang tham gia, lương 6.500.000", Con: "đã nghỉ, lương 6.000.000", Xung: true}}}, nil
}

func (r *roster) JoinPeople(_ context.Context, keep, gone string, theirs []string) (office.JoinPlan, int64, error) {
	r.did = append(r.did, fmt.Sprint("join ", keep, " ", gone, " ", theirs))
	r.joined = []storage.Joined{{ID: 4, Keep: keep, Gone: gone, Who: "ketoan", At: time.Date(2026, 11, 22, 2, 30, 0, 0, time.UTC)}}
	return office.JoinPlan{}, 4, nil
}

func (r *roster) JoinedPeople(context.Context) ([]storage.Joined, error) { return r.joined, nil }

func (r *roster) PartPeople(_ context.Context, id int64) (storage.Joined, error) {
	r.did, r.joined = append(r.did, fmt.Sprint("part ", id)), nil
	return storage.Joined{}, nil
}

func pairs() []payroll.TrungNguoi {
	one := func(id, name, maSo, cccd string) facts.NguoiLaoDong {
		return facts.NguoiLaoDong{ID: id, HoTen: name, MaSoBHXH: maSo, SoCCCD: cccd, NgaySinh: 19951010}
	}
	return []payroll.TrungNguoi{
		{A: one("NLD000002", "Lê Thị Ca", "7900000919", "079195000009"), B: one("NLD000014", "Lê Thị Ca", "", "079195000008"), Diem: 100,
			LyDo: []string{"cùng họ tên", "cùng ngày sinh: 10/10/1995", "số CCCD chỉ khác một chữ số hoặc đảo hai chữ số: 079195000009 và 079195000008"}},
		{A: one("NLD000003", "Đỗ Văn Long", "7900000031", "079092000031"), B: one("NLD000005", "Đỗ Văn Lân", "7900000032", "079092000032"), Diem: 55, SinhDoi: true,
			LyDo: []string{"khác họ tên: Đỗ Văn Long và Đỗ Văn Lân", "có thể là anh chị em sinh đôi: cùng họ, cùng ngày sinh, số gần nhau, tên khác"}},
	}
}

// Records that look like one person are looked for when somebody asks; twins are kept
// apart, one woman's two records are joined as it was ticked, and parted again.
func TestPairsAreSettled(t *testing.T) {
	f := &fake{has: true, roster: roster{pairs: pairs()}}
	p, h, w := open(t, f)
	p.tabs.Choose(1)
	uitest.Press(t, w.Content(), "Tìm bản ghi trùng trong danh sách")
	if p.tabs.At() != 3 {
		t.Fatalf("leaf %d", p.tabs.At())
	}
	uitest.Golden(t, "ban-ghi-trung", w.Canvas())
	uitest.Find[*xwidget.Grid](w.Content())[0].Jump(1, 0)
	uitest.Press(t, w.Content(), "Là hai người")
	uitest.Press(t, w.Content(), "Gộp hai bản ghi")
	dialog := h.Dialogs[0]
	if words := strings.Join(uitest.Words(dialog), "|"); !strings.Contains(words, "HS000003") {
		t.Errorf("the dialog says %s", words)
	}
	g := uitest.Find[*xwidget.Grid](dialog)[0]
	m := g.Model().(*joinModel)
	m.Toggle(1, 0) // what only one of the two says is taken in any case
	m.Toggle(2, 0)
	if got := fmt.Sprintf("%q %q", m.Text(0, 0), m.Text(1, 0)); got != `"" "x"` || m.Text(2, 3) != "đang tham gia, lương 6.500.000" {
		t.Errorf("ticked %s", got)
	}
	uitest.Press(t, dialog, "Gộp")
	if got := strings.Join(f.did, "; "); got != "apart NLD000003 NLD000005; join NLD000002 NLD000014 [2026-10]" {
		t.Errorf("did %s", got)
	}
	if len(p.pairs) != 0 || h.Last() != "Đã gộp NLD000014 vào NLD000002" {
		t.Errorf("%d pairs left, said %q", len(p.pairs), h.Last())
	}
	p.tabs.Choose(3)
	uitest.Press(t, w.Content(), "Bỏ quyết định")
	if got := f.did[len(f.did)-1]; got != "part 4" || h.Last() != "Đã bỏ lần gộp NLD000014 vào NLD000002" {
		t.Errorf("did %s, said %q", got, h.Last())
	}
	p.tabs.Choose(3)
	uitest.Golden(t, "da-ghi-hai-nguoi", w.Canvas())
	uitest.Press(t, w.Content(), "Bỏ quyết định")
	if got := f.did[len(f.did)-1]; got != "again NLD000003 NLD000005" || h.Last() != "Đã bỏ ghi nhớ là hai người: Đỗ Văn Long (NLD000003) và Đỗ Văn Lân (NLD000005)" {
		t.Errorf("did %s, said %q", got, h.Last())
	}
}
