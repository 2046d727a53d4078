package office

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// What each person's record says of the month adds up to the overview, and names where
// the pay comes from.
func TestWhyPayEqualsTheOverview(t *testing.T) {
	o := unlikeDesk(t)
	v, err := o.Overview(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	sum, unknown := int64(0), 0
	for _, p := range people {
		e, err := o.WhyPay(t.Context(), SampleMonth, p.ID)
		var lack *law.ChuaBiet
		if errors.As(err, &lack) {
			unknown++
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if p.TrangThai != facts.DangDong && e.Total != 0 {
			t.Errorf("%s pays %d", p.TrangThai, e.Total)
		}
		if first := told(e.Working[:1]); !strings.Contains(first, "theo danh sách người lao động từ tháng ") || strings.Contains(first, "[]") {
			t.Error(first)
		}
		sum += e.Total
	}
	if sum != v.PhaiDong || unknown != 1 {
		t.Errorf("people add up to %d, the overview shows %d; %d unknown", sum, v.PhaiDong, unknown)
	}
	if _, err := o.WhyPay(t.Context(), SampleMonth, "NLD999999"); !errors.Is(err, storage.ErrNotFound) {
		t.Errorf("nobody: %v", err)
	}
	if _, err := o.WhyPay(t.Context(), 202001, people[0].ID); !errors.Is(err, storage.ErrNotFound) {
		t.Errorf("before the roster: %v", err)
	}
}

// The fund of the chart is explained line by line of the payroll.
func TestWhyOfTheChart(t *testing.T) {
	o := sampleDesk(t)
	v, err := o.Overview(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	w, err := o.Why(t.Context(), SampleMonth, QuyBangLuong)
	if err != nil {
		t.Fatal(err)
	}
	sum := int64(0)
	for _, s := range w.Working {
		sum += s.KetQua
	}
	last := v.Months[len(v.Months)-1]
	if w.Total != last.Fund || sum != last.Fund || len(w.Working) != last.Heads || last.Fund == 0 {
		t.Errorf("working %d of %d lines, total %d, the chart shows %d of %d", sum, len(w.Working), w.Total, last.Fund, last.Heads)
	}
	if !strings.Contains(w.Working[0].CanCu, "2026-11.xlsx, dòng của ô ") {
		t.Error(w.Working[0].CanCu)
	}
}

// A proposal tells the old pay with its source, the new one with its line of the
// payroll, why, and what changes of the contributions.
func TestWhyProposal(t *testing.T) {
	o := sampleDesk(t)
	res, err := o.Compare(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, d := range res.Proposals {
		e, err := o.WhyProposal(t.Context(), SampleMonth, d)
		if err != nil {
			t.Fatal(err)
		}
		all := told(e.Working)
		if !strings.Contains(all, d.LyDo) {
			t.Errorf("%s does not say why: %s", d.PhuongAn, all)
		}
		seen[d.PhuongAn] = true
		switch d.PhuongAn {
		case "DC":
			for _, want := range []string{"Đang đóng: tiền lương: ", "theo danh sách người lao động từ tháng 10/2026 [bảng lương 10/2026]", "theo bảng lương tháng 11/2026 [2026-11.xlsx, dòng của ô " + d.Source.String(), "Thay đổi mỗi tháng: "} {
				if !strings.Contains(all, want) {
					t.Errorf("DC does not say %q:\n%s", want, all)
				}
			}
			was, is := e.Parts[0].GiaTri, e.Parts[1].GiaTri
			if e.Total != is-was || was == 0 || is == 0 {
				t.Errorf("DC: %d, from %d to %d", e.Total, was, is)
			}
		case "GH":
			if e.Total >= 0 || e.Parts[1].GiaTri != 0 {
				t.Errorf("GH: %d, %+v", e.Total, e.Parts)
			}
		case "TM":
			if e.Total <= 0 || e.Parts[0].GiaTri != 0 {
				t.Errorf("TM: %d, %+v", e.Total, e.Parts)
			}
		}
	}
	for _, pa := range []string{"DC", "GH", "TM"} {
		if !seen[pa] {
			t.Errorf("no proposal of %s was looked at", pa)
		}
	}
	blank := res.Proposals[slices.IndexFunc(res.Proposals, func(d payroll.DeXuat) bool { return d.PhuongAn == "DC" })]
	blank.Nguoi.Luong = facts.Luong{}
	e, err := o.WhyProposal(t.Context(), SampleMonth, blank)
	if err != nil || !strings.Contains(e.Unknown, "chưa biết mức lương") || len(e.Parts) != 0 {
		t.Errorf("an unknown pay: %+v, %v", e, err)
	}
}

func TestWhyEffect(t *testing.T) {
	o := sampleDesk(t)
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p := people[0]
	p.TrangThai, p.TuThang, p.Luong = facts.DangDong, 202601, facts.Luong{Known: true, MucLuong: 120_000_000}
	if err := o.store.PutPeople(t.Context(), dv.MaSoThue, append(people[:0:0], p), "thử"); err != nil {
		t.Fatal(err)
	}
	p.TuThang = SampleMonth
	if err := o.store.PutPeople(t.Context(), dv.MaSoThue, append(people[:0:0], p), "thử"); err != nil {
		t.Fatal(err)
	}
	all, err := o.WhatChanges(t.Context(), 202606, SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(e Effect) bool { return e.Person.ID == p.ID })
	e, err := o.WhyEffect(t.Context(), all[i], 202606, SampleMonth)
	if err != nil || e.Total != all[i].NewTotal-all[i].OldTotal || e.Total == 0 || !strings.Contains(told(e.Working), "20 × 2.340.000 = 46.800.000") {
		t.Errorf("%d, want %d − %d; %v\n%s", e.Total, all[i].NewTotal, all[i].OldTotal, err, told(e.Working))
	}
}

// What a company has chosen is its own, and reaches every amount of its screens.
func TestLawSettingsOfACompany(t *testing.T) {
	o, id := draftedDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	other := dv
	other.MaSoThue = "0300588569"
	if found, err := o.PutCompany(t.Context(), other); err != nil || blocking(found) {
		t.Fatal(found, err)
	}
	if err := o.SetCompany(t.Context(), dv.MaSoThue); err != nil {
		t.Fatal(err)
	}
	late := func() Cost {
		t.Helper()
		costs, err := o.CostOfWaiting(t.Context(), id, law.DayOf(2027, 3, 15))
		if err != nil {
			t.Fatal(err)
		}
		return costs[0]
	}
	before := late()
	if say, err := o.PutLawSetting(t.Context(), "", law.CachHieu{Ten: "ngayDongTinh", Ma: "co", CanCu: "C12-TS"}); say != "" || err != nil {
		t.Fatal(say, err)
	}
	after := late()
	if after.Surcharge <= before.Surcharge || !strings.Contains(told(after.Working), "tính cả ngày đóng (đơn vị đã chọn theo C12-TS)") || !strings.Contains(told(before.Working), "(mặc định của chương trình)") {
		t.Errorf("%d, then %d\n%s", before.Surcharge, after.Surcharge, told(after.Working))
	}
	if err := o.SetCompany(t.Context(), other.MaSoThue); err != nil {
		t.Fatal(err)
	}
	if again := late(); again.Surcharge != after.Surcharge {
		t.Error("the dossier of one company is reckoned as another reads the law")
	}
	settings, err := o.LawSettings(t.Context(), "")
	if err != nil || slices.ContainsFunc(settings, func(s LawSetting) bool { return len(s.Own) > 0 }) {
		t.Errorf("the other company has choices: %+v %v", settings, err)
	}
	if say, err := o.PutLawSetting(t.Context(), dv.MaSoThue, law.CachHieu{Ten: "ngayDongTinh"}); say != "" || err != nil {
		t.Fatal(say, err)
	}
	if back := late(); back.Surcharge != before.Surcharge {
		t.Errorf("back to the default: %d, want %d", back.Surcharge, before.Surcharge)
	}
	if say, err := o.PutLawSetting(t.Context(), "", law.CachHieu{Ten: "lamTron", Ma: "gi-do"}); say == "" || err != nil {
		t.Error("a choice that is none was kept", err)
	}
}

// A figure of the law tells its text, its days, and what held before; one of the user's
// is named as such.
func TestWhyFigure(t *testing.T) {
	o := openDesk(t, t.TempDir())
	e, err := o.WhyFigure(t.Context(), "muc-tham-chieu", 20261130)
	if err != nil || e.Total != 2_530_000 || !strings.Contains(told(e.Working), "Đang áp dụng: 2.530.000 đồng/tháng từ 01/07/2026 [Nghị định 161/2026/NĐ-CP") || !strings.Contains(told(e.Working), "Trước đó: 2.340.000 đồng/tháng từ 01/07/2025 đến 30/06/2026") {
		t.Errorf("%v\n%s", err, told(e.Working))
	}
	if say, err := o.PutFigure(t.Context(), law.Value{Name: "muc-tham-chieu", From: 20270701, Amount: 2_800_000, Basis: "Nghị định thử"}); say != "" || err != nil {
		t.Fatal(say, err)
	}
	if e, err = o.WhyFigure(t.Context(), "muc-tham-chieu", 20270801); err != nil || e.Total != 2_800_000 || !strings.Contains(e.Warnings[0], "tự thêm") {
		t.Errorf("%+v, %v", e, err)
	}
	var lack *law.ChuaBiet
	if _, err := o.WhyFigure(t.Context(), "muc-tham-chieu", 19500101); !errors.As(err, &lack) {
		t.Errorf("before the figures: %v", err)
	}
}

// The bảng giải trình is one page that carries every total of the dossier.
func TestWorkingSheet(t *testing.T) {
	o, id := draftedDesk(t)
	f, err := o.WorkingSheet(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("pdftotext is missing")
		}
		t.Skip("pdftotext is missing")
	}
	path := filepath.Join(t.TempDir(), f.Name)
	if err := os.WriteFile(path, f.Bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	raw, err := exec.Command(tool, "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(raw)), " ")
	if n := strings.Count(strings.TrimRight(string(raw), "\f"), "\f"); n != 0 {
		t.Errorf("%d more pages", n)
	}
	want := []string{"BẢNG GIẢI TRÌNH", id, "Mức đóng một tháng trên tiền lương kê khai", "Mức tham chiếu", "Nghị định 161/2026/NĐ-CP", "2026-11.xlsx", "Nộp sau 30/11/2026: thêm ", "Cách làm tròn mức đóng: ", "(mặc định của chương trình)"}
	for _, s := range document(t, o, id, "D02-LT").Sums() {
		if s.N > 0 {
			want = append(want, s.Head+": "+law.VietSo(s.N))
		}
	}
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("the sheet lacks %q:\n%s", w, raw)
		}
	}
}
