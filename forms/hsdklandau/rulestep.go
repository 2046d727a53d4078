package hsdklandau

import (
	"encoding/base64"
	"fmt"
	"path"
	"strings"

	"ankhai/forms/form"
)

// Limits that a program of an I-VAN sets for a dossier (10/2026); no official
// limit was found.
const (
	toiDaTep = 6
	toiDaMB  = 5
	mb       = 1 << 20
)

// toKhaiDonVi is the declaration of the unit itself; while no XML of it is known it
// travels as a PDF of that name.
const toKhaiDonVi = "TK3-TS"

// tepRules are the rules of the files inside.
func tepRules() []form.Rule {
	goi := "Giới hạn của một phần mềm I-VAN (10/2026)"
	return []form.Rule{
		form.Check("31", TenFile, form.Always, "Tên tệp: chỉ nhận .xml, .pdf, .docx, .xlsx",
			func(l *form.Look) bool { _, ok := MaToKhaiCua(TenFile.Get(l.Row)); return ok }, form.By(lop)),
		form.Judge("32", MaToKhai, form.Always, "theo tên tệp", func(l *form.Look) form.Verdict {
			ma, ok := MaToKhaiCua(TenFile.Get(l.Row))
			if !ok || ma == MaToKhai.Get(l.Row) {
				return form.Verdict{}
			}
			return form.Verdict{Say: "theo tên tệp phải là " + ma, Fix: ma}
		}, form.By(lop)),
		form.Over("33", TenFile, "không lặp lại ở hai dòng", trungTen, form.By(lop)),
		form.Check("34", NoiDungFile, form.Always, "Nội dung tệp: phải là base64 một dòng. Chọn lại tệp", func(l *form.Look) bool {
			_, err := base64.StdEncoding.Strict().DecodeString(NoiDungFile.Get(l.Row))
			return err == nil && !strings.ContainsAny(NoiDungFile.Get(l.Row), "\r\n")
		}, form.By(tepDT)),
		form.Judge("35", DoDaiFile, NoiDungFile.Filled(), "bằng số ký tự base64 của nội dung", func(l *form.Look) form.Verdict {
			n := int64(len(NoiDungFile.Get(l.Row)))
			if DoDaiFile.Get(l.Row) == n {
				return form.Verdict{}
			}
			return form.Verdict{Say: "phải là " + form.Dots(n) + ", số ký tự base64 của nội dung", Fix: form.Dots(n)}
		}, form.By(tepDT)),
		form.Over("36", TenFile, "có ít nhất một tệp, trong đó có TK3-TS", thieuTep, form.By("Luật 41/2024/QH15 Điều 28; "+lop), form.Trust(form.Medium), form.Warn),
		form.Over("37", TenFile, fmt.Sprintf("không quá %d tệp, %d MB", toiDaTep, toiDaMB), quaLon, form.By(goi), form.Trust(form.Medium), form.Warn),
	}
}

// MaToKhaiCua is the code by which the dossier names a file: CT-DK for a paper
// attached, for a declaration its name without the ending and without "-595"; ok
// is false for any other kind of file.
func MaToKhaiCua(ten string) (ma string, ok bool) {
	duoi := path.Ext(ten)
	switch strings.ToLower(duoi) {
	case ".pdf", ".docx", ".xlsx":
		return "CT-DK", true
	case ".xml":
		ma = strings.TrimSuffix(strings.TrimSuffix(ten, duoi), "-595")
		return ma, ma != ""
	}
	return "", false
}

func trungTen(_ *form.Doc, rows []form.Row) []form.Hit {
	first := map[string]int{}
	var hits []form.Hit
	for i, r := range rows {
		ten := strings.ToLower(TenFile.Get(r))
		if k, twice := first[ten]; twice && ten != "" {
			hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("trùng với dòng %d", k+1)})
			continue
		}
		first[ten] = i
	}
	return hits
}

func thieuTep(_ *form.Doc, rows []form.Row) []form.Hit {
	for _, r := range rows {
		if ten := TenFile.Get(r); strings.TrimSuffix(ten, path.Ext(ten)) == toKhaiDonVi || MaToKhai.Get(r) == toKhaiDonVi {
			return nil
		}
	}
	return []form.Hit{{I: -1, Say: "chưa có tờ khai TK3-TS. Lập TK3-TS của đơn vị rồi thêm vào"}}
}

func quaLon(_ *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	if len(rows) > toiDaTep {
		hits = append(hits, form.Hit{I: -1, Say: fmt.Sprintf("có %d tệp, phần mềm I-VAN chỉ nhận %d. Gộp giấy tờ vào ít tệp PDF hơn", len(rows), toiDaTep)})
	}
	size := 0
	for _, r := range rows {
		size += base64.StdEncoding.DecodedLen(len(NoiDungFile.Get(r)))
	}
	if size > toiDaMB*mb {
		hits = append(hits, form.Hit{I: -1, Say: fmt.Sprintf("các tệp cộng lại hơn %d MB. Giảm độ phân giải của bản quét", toiDaMB)})
	}
	return hits
}
