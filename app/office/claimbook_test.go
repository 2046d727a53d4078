package office

import (
	"os"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/m01bhsb"
	"ankhai/forms/sheet"
	"ankhai/forms/sheet/mau"
)

// claims630 is the workbook with which claims are exchanged: data from row 7.
func claims630(t *testing.T, lines ...[]string) []byte {
	t.Helper()
	var heads []string
	for _, c := range m01bhsb.ExcelPhatSinh {
		heads = append(heads, c.Ten)
	}
	blank := []string{}
	data, err := sheet.WriteTabs([]sheet.Tab{
		{Name: "M01B-HSB-PhatSinh", Heads: []string{"DANH SÁCH ĐỀ NGHỊ GIẢI QUYẾT HƯỞNG CHẾ ĐỘ"}, Lines: append([][]string{{"Tháng 11 năm 2026"}, blank, blank, blank, heads}, lines...)},
		{Name: "M01B-HSB-DieuChinh", Heads: []string{"Điều chỉnh"}, Lines: [][]string{{"chưa có"}}},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A claims workbook of another program becomes rows of 01B-HSB: the group only where
// its code is sure or its words are ours, words of payment as codes, batch and month
// apart, and what is wrong named at its cell.
func TestClaimsWorkbook(t *testing.T) {
	o := sampleDesk(t)
	line := func(maSo, ten, tu, den, seri, nhom, dot, nhan string) []string {
		return []string{maSo, ten, tu, den, seri, nhom, "079195000001", "2", dot, nhan, "0123456789", ten, "", "NV01", tu, "", "", "", "8", "", "", "", ""}
	}
	data := claims630(t,
		line("7900000001", "Nguyễn Thị Lan", "03/11/2026", "04/11/2026", "AB1", "O1", "20261000002", "Chi trả qua ATM"),
		line("7900000002", "Trần Thị Bé", "03/11/2026", "04/11/2026", "AB2", "Con ốm", "", "Chi trả qua đơn vị"),
		line("7900000003", "Lê Thị Ca", "32/11/2026", "04/11/2026", "AB3", "T3", "", "DDCHI"),
	)
	b, say, err := o.readForms(t.Context(), File{Name: "BHXH630.xlsx", Bytes: data})
	if err != nil || len(say) > 0 || len(b.Docs) != 1 {
		t.Fatalf("%v %v %d documents", err, say, len(b.Docs))
	}
	doc := b.Docs[0]
	if doc.Form != m01bhsb.B166 || len(doc.Rows) != 3 {
		t.Fatalf("%s with %d rows", doc.Form.ID, len(doc.Rows))
	}
	r := doc.Rows[0]
	for _, c := range []struct{ what, got, want string }{
		{"group", m01bhsb.CheDo.Get(r), "omDau"}, {"part", m01bhsb.Phan.Get(r), m01bhsb.PhatSinh}, {"payment", m01bhsb.HinhThucTroCap.Get(r), m01bhsb.TaiKhoan},
		{"month of the batch", m01bhsb.ThangBoSung.Get(r).String(), "10/2026"}, {"from", m01bhsb.TuNgay.Get(r).String(), "03/11/2026"},
		{"group by words", m01bhsb.CheDo.Get(doc.Rows[1]), "conOm"}, {"code left", m01bhsb.MaNhomHuong.Get(doc.Rows[1]), ""},
		{"payment by words", m01bhsb.HinhThucTroCap.Get(doc.Rows[1]), m01bhsb.QuaDonVi},
		{"a group that is not sure", m01bhsb.CheDo.Get(doc.Rows[2]), ""}, {"its code", m01bhsb.MaNhomHuong.Get(doc.Rows[2]), "T3"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
	if n := m01bhsb.DotBoSung.Get(r); n != 2 || m01bhsb.TongSo.Get(r) != 2000 {
		t.Errorf("batch %d, days %d", n, m01bhsb.TongSo.Get(r))
	}
	var got []string
	for _, p := range b.Problems {
		got = append(got, p.Sheet+"!"+p.Cell+" "+string(p.Level))
	}
	want := "M01B-HSB-PhatSinh!C9 " + string(form.Loi) + ", M01B-HSB-PhatSinh!O9 " + string(form.Loi) + ", M01B-HSB-DieuChinh! " + string(form.Nhac)
	if strings.Join(got, ", ") != want {
		t.Errorf("problems %v, want %s", b.Problems, want)
	}

	sound := claims630(t, line("7900000001", "Nguyễn Thị Lan", "03/11/2026", "04/11/2026", "AB1", "O1", "", "ATM"))
	made, found, err := o.DraftBooks(t.Context(), "630", SampleMonth, []File{{Name: "BHXH630.xlsx", Bytes: sound}})
	if err != nil || len(made) != 1 {
		t.Fatalf("%v %+v", err, found)
	}
	docs, err := o.store.Docs(t.Context(), made[0].ID)
	if err != nil || len(docs) != 1 || m01bhsb.TenDonVi.Get(docs[0].Head) == "" {
		t.Errorf("%v: the head is %+v", err, docs)
	}
}

// claimTags are the columns of the claims workbook.
func claimTags(t *testing.T) []string {
	t.Helper()
	tags := make([]string, len(mau.ClaimHeads))
	for i, c := range m01bhsb.ExcelPhatSinh {
		if mau.ClaimHeads[i] != c.Ten {
			t.Fatalf("head %d is %q in the fixture, %q in the form", i, mau.ClaimHeads[i], c.Ten)
		}
		tags[i] = c.Cot.Tag
	}
	return tags
}

// The claims workbook, clean and dirty, gives every row and names every fault at its
// cell, and nothing else.
func TestClaimsFixture(t *testing.T) {
	o := sampleDesk(t)
	for _, bo := range []*mau.Bo{mau.Sach("L7", 900), mau.Ban("L7", 900)} {
		t.Run(bo.Ten, func(t *testing.T) { checkClaims(t, o, bo, mau.Viet(bo.Trang, mau.Cach{})) })
	}
}

// Claims and statements that other programs wrote are read as ours; the files are
// committed beside the program that makes them.
func TestClaimsAndStatementsOfOtherPrograms(t *testing.T) {
	o := sampleDesk(t)
	for _, bo := range mau.CacKhac() {
		if slices.Contains(mau.CacNguoi, bo.Layout) {
			continue
		}
		for _, how := range mau.CachKhac {
			name := bo.Ten + "." + how + ".xlsx"
			t.Run(name, func(t *testing.T) {
				data, err := os.ReadFile("../../forms/sheet/mau/testdata/khac/" + name)
				if err != nil {
					t.Fatal(err)
				}
				if bo.Layout == "L8" {
					checkStatement(t, bo, data)
				} else {
					checkClaims(t, o, bo, data)
				}
			})
		}
	}
}

// checkClaims reads a workbook of claims and compares it with its oracle.
func checkClaims(t *testing.T, o *Office, bo *mau.Bo, data []byte) {
	t.Helper()
	tags := claimTags(t)
	b, _, err := o.readForms(t.Context(), File{Name: bo.Ten + ".xlsx", Bytes: data})
	if err != nil || len(b.Docs) != 1 {
		t.Fatalf("%v, %d documents", err, len(b.Docs))
	}
	var found []mau.Loi
	for _, p := range b.Problems {
		found = append(found, mau.Loi{Sheet: p.Sheet, O: p.Cell, Ma: p.Code, Muc: p.Level})
	}
	if got, want := strings.Join(mau.Dinh(found), "\n"), strings.Join(mau.Dinh(bo.Loi), "\n"); got != want {
		t.Errorf("faults are\n%s\nwant\n%s", got, want)
	}
	rows := b.Docs[0].Rows
	if len(rows) != len(bo.Bang) {
		t.Fatalf("%d rows, want %d", len(rows), len(bo.Bang))
	}
	pay := map[string]string{"Chi trả qua ATM": m01bhsb.TaiKhoan, "Chi trả qua đơn vị": m01bhsb.QuaDonVi}
	for i, want := range bo.Bang {
		for c, tag := range tags {
			col := m01bhsb.B166.Table.Column(tag)
			v := col.Get(rows[i])
			got, exp := "", want[c]
			if v.A == form.Known {
				got = col.Show(v)
			}
			if tag == m01bhsb.HinhThucTroCap.Tag {
				got = v.S
				if pay[exp] != "" {
					exp = pay[exp]
				}
			}
			if got != exp {
				t.Fatalf("row %d, %s: got %q, want %q", i, mau.ClaimHeads[c], got, exp)
			}
		}
	}
}
