package han_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/law"
	"ankhai/forms/services"
	"ankhai/forms/services/han"
)

// What is wrong with a question is said in words, all of it at once.
func TestQuestionsThatCannotBeAnswered(t *testing.T) {
	day := func(d law.Day) map[string]law.Day { return map[string]law.Day{"ngay": d} }
	for name, c := range map[string]struct {
		ask  han.Cau
		want []string
	}{
		"sự kiện lạ":       {han.Cau{SuKien: "cuoi"}, []string{"su-kien: Sự kiện: không có cuoi. Chọn một trong: tuyen-dung"}},
		"không có ngày":    {han.Cau{SuKien: "sinh-con"}, []string{"ngay: Ngày sinh con: phải có"}},
		"luật cũ":          {han.Cau{SuKien: "sinh-con", Moc: day(20250630)}, []string{"ngay: Ngày sinh con: trước 01/07/2025 áp dụng luật cũ"}},
		"lựa chọn lạ":      {han.Cau{SuKien: "sinh-con", Moc: day(20261103), Chon: map[string]string{"vai": "ong"}}, []string{"vai: Ai hưởng: không có ong. Chọn một trong: me (mẹ đang làm việc)"}},
		"câu hỏi lạ":       {han.Cau{SuKien: "het-om", Moc: day(20261103), Chon: map[string]string{"vai": "me"}}, []string{"vai: Sự kiện «Hết nghỉ ốm, con ốm» không hỏi vai"}},
		"ngày lạ":          {han.Cau{SuKien: "het-om", Moc: map[string]law.Day{"ngay": 20261103, "het-nghi": 20261104}}, []string{"het-nghi: Sự kiện «Hết nghỉ ốm, con ốm» không hỏi ngày het-nghi"}},
		"ngày không có":    {han.Cau{SuKien: "het-om", Moc: map[string]law.Day{"ngay": 20261103, "nop": 20261131}}, []string{"nop: Ngày đã nộp cho cơ quan BHXH: phải có dạng"}},
		"thiếu dịch vụ":    {han.Cau{SuKien: "nop-ho-so", Moc: day(20261103)}, []string{"dich-vu: Dịch vụ: phải có"}},
		"hai lỗi một lượt": {han.Cau{SuKien: "ky-dong", Chon: map[string]string{"dien": "x"}}, []string{"ngay: ", "dien: Người đóng: không có x"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, bad := c.ask.Tinh()
			if len(got.Viec) > 0 || len(bad) != len(c.want) {
				t.Fatalf("got %d tasks and %+v", len(got.Viec), bad)
			}
			for i, w := range c.want {
				if s := bad[i].Ten + ": " + bad[i].Say; !strings.HasPrefix(s, w) {
					t.Errorf("got %q, want %q", s, w)
				}
			}
		})
	}
}

// Whatever is answered, every clock that names cases finds one, and its dossier is
// of a procedure.
func TestEveryClockFindsItsCase(t *testing.T) {
	for _, s := range han.SuKiens() {
		for _, chon := range answers(s) {
			got, bad := han.Cau{SuKien: s.Ma, Moc: map[string]law.Day{"ngay": 20261103}, Chon: chon, HomNay: 20261122}.Tinh()
			if len(bad) > 0 || len(got.Viec) == 0 {
				t.Fatalf("%s %v: %d tasks, %+v", s.Ma, chon, len(got.Viec), bad)
			}
			for _, v := range got.Viec {
				switch {
				case len(v.Han.TruongHop()) > 0 && v.HoSo == nil && s.Ma != "nghi-huu": // mostly none of the 30
					t.Errorf("%s %v: %s finds no case", s.Ma, chon, v.Han.Ma)
				case v.HoSo != nil && v.HoSo.TruongHop != "" && len(v.HoSo.ThuTuc) == 0:
					t.Errorf("%s %v: %s is drafted under nothing", s.Ma, chon, v.Han.Ma)
				case v.Ngay == 0 && v.Thieu == "" && v.Han.Loai != han.KhongHan:
					t.Errorf("%s %v: %s has no day and does not say why", s.Ma, chon, v.Han.Ma)
				case v.Ngay != 0 && v.Trang == han.ChuaTinh:
					t.Errorf("%s %v: %s does not say how it stands", s.Ma, chon, v.Han.Ma)
				}
			}
		}
	}
}

// answers are all combinations of an event's choices.
func answers(s han.SuKien) []map[string]string {
	out := []map[string]string{{}}
	for _, m := range s.Moc {
		values := []string{}
		for _, g := range m.Chon {
			values = append(values, g.Ma)
		}
		if m.Loai == han.MocDichVu {
			for _, d := range services.Services() {
				values = append(values, d.ID)
			}
		}
		if len(values) == 0 {
			continue
		}
		var next []map[string]string
		for _, o := range out {
			for _, v := range values {
				n := map[string]string{m.Ma: v}
				for k, x := range o {
					n[k] = x
				}
				next = append(next, n)
			}
		}
		out = next
	}
	return out
}

// What nobody has said is taken as the first choice, and told.
func TestDefaultsAreTold(t *testing.T) {
	got, _ := han.Cau{SuKien: "sinh-con", Moc: map[string]law.Day{"ngay": 20261103}, Chon: map[string]string{"con": "thu-hai"}}.Tinh()
	var said []string
	for _, a := range got.Chon {
		said = append(said, fmt.Sprintf("%s=%s %v", a.Ma, a.GiaTri, a.MacDinh))
	}
	if want := "vai=me true, con=thu-hai false, sinh=thuong true"; strings.Join(said, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(said, ", "), want)
	}
	if v := got.Viec[1]; len(v.GiaSu) != 1 || v.GiaSu[0] != "nghỉ từ ngày sinh" || !strings.Contains(v.Cach, "nghỉ 7 tháng từ 03/11/2026") {
		t.Errorf("%s: supposed %v, how %s", v.Han.Ma, v.GiaSu, v.Cach)
	}
}

// A later figure of the user's moves the day; what follows from being late names it.
func TestTheUsersFigures(t *testing.T) {
	book, err := law.SachVoi([]law.Value{
		{Name: "han-bao-tang", From: 20270101, Amount: 15, Basis: "Luật sửa đổi"},
		{Name: "lai-cham-dong-ngay", From: 20270101, Amount: 5, Basis: "Luật sửa đổi"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[law.Day]string{20261201: "30/12/2026 0,03%", 20270101: "15/01/2027 0,05%"} {
		got, bad := han.Cau{SuKien: "tuyen-dung", Moc: map[string]law.Day{"ngay": on}, Sach: book}.Tinh()
		if len(bad) > 0 {
			t.Fatal(bad)
		}
		v := got.Viec[0]
		_, say, _ := strings.Cut(v.QuaH[0].Say, "nộp thêm ")
		rate, _, _ := strings.Cut(say, " ")
		if s := v.Ngay.String() + " " + rate; s != want {
			t.Errorf("%s: got %s, want %s", on, s, want)
		}
	}
}

// In JSON days are written yyyy-MM-dd.
func TestJSON(t *testing.T) {
	got, _ := han.Cau{SuKien: "het-om", Moc: map[string]law.Day{"ngay": 20261007}, HomNay: 20261122}.Tinh()
	b, err := json.Marshal(got.Viec[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"due":"2026-11-23"`, `"dueBeforeMoving":"2026-11-21"`, `"safe":"2026-11-20"`, `"from":"2026-10-07"`, `"daysLeft":1`, `"case":"C5.01"`, `"procedures":["630a","630"]`, `"state":"sap-het"`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%s lacks %s", b, want)
		}
	}
}

// The clocks of a service are found from it.
func TestClocksOfAService(t *testing.T) {
	var ids []string
	for _, h := range han.Cua("C5") {
		ids = append(ids, h.Ma)
	}
	if got := strings.Join(ids, " "); got != "OM-1 OM-2 OM-3 DL-LAI-4 GQ-C5" {
		t.Errorf("C5: got %s", got)
	}
	without := []string{}
	for _, s := range services.Services() {
		if len(han.Cua(s.ID)) == 0 {
			without = append(without, s.ID)
		}
	}
	if got := strings.Join(without, " "); got != "A3" { // nothing is filed
		t.Errorf("services without a clock: %s", got)
	}
}

// The questions of a case are those whose clocks are of it, with their answers set.
func TestQuestionsOfACase(t *testing.T) {
	for id, want := range map[string]string{
		"C4.02": "sinh-con map[vai:cha], nop-ho-so map[dich-vu:C4]",
		"C5.04": "het-om map[loai:con-ngoai-tru], nop-ho-so map[dich-vu:C5]",
		"E5.02": "tuyen-dung map[ma-so:chua], nop-ho-so map[dich-vu:E5]",
		"A3.01": "",
	} {
		s, _, _ := services.Case(id)
		var got []string
		for _, q := range han.CuaTruongHop(id, s.ID) {
			got = append(got, fmt.Sprintf("%s %v", q.SuKien, q.Chon))
			q.Moc = map[string]law.Day{"ngay": 20261103}
			if r, bad := q.Tinh(); len(bad) > 0 || len(r.Viec) == 0 {
				t.Errorf("%s: %+v", id, bad)
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %s, want %s", id, strings.Join(got, ", "), want)
		}
	}
}
