package services

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// coTheNop tells whether an employer can file the service through an I-VAN, in a
// sentence that hides nothing.
func coTheNop(s DichVu) (bool, string) {
	employer, ivan := slices.Contains(s.VaiNop, DonVi), slices.Contains(s.KenhLoai, IVAN)
	others := slices.DeleteFunc(slices.Clone(s.VaiNop), func(v VaiTro) bool { return v == DonVi })
	switch {
	case s.HuongDan:
		who, _, _ := strings.Cut(lower(s.NguoiNop), ",")
		return false, "Không có hồ sơ phải nộp: " + who + " xuất trình giấy tờ " + TaiNoiKham.Say() + "; phần mềm chỉ nêu giấy tờ cần mang theo."
	case employer && ivan && len(s.ThuTuc) > 0:
		say := "Đơn vị nộp được qua I-VAN (thủ tục " + strings.Join(ofEmployer(s), ", ") + ")."
		if len(others) > 0 {
			say += " Trường hợp " + roles(others) + " tự nộp: phần mềm soạn, kiểm tra, in và ký sẵn để người nộp tự nộp."
		}
		return true, say
	case employer && ivan:
		return false, "Đơn vị nộp được qua I-VAN nhưng mã thủ tục chưa được công bố: phần mềm soạn, kiểm tra, in và ký sẵn để đơn vị hoặc " +
			roles(others) + " nộp " + roads(s.KenhLoai, IVAN) + "."
	}
	who := strings.ReplaceAll(lower(s.NguoiNop), ";", ",")
	say := "Hồ sơ này do " + who + " nộp " + roads(s.KenhLoai) + "; phần mềm soạn, kiểm tra, in và ký sẵn để " + whom(s.VaiNop) + " nộp."
	if ivan {
		say = "Hồ sơ này do " + who + " nộp " + roads(s.KenhLoai) + ", không do đơn vị sử dụng lao động nộp; phần mềm soạn, kiểm tra, in và ký sẵn để " + whom(s.VaiNop) + " nộp."
	}
	return false, say
}

// ofEmployer lists the service's procedures that an employer files under.
func ofEmployer(s DichVu) []string {
	return slices.DeleteFunc(slices.Clone(s.ThuTuc), func(p string) bool {
		return !slices.ContainsFunc(s.TruongHop, func(c TruongHop) bool {
			return slices.Contains(c.ThuTuc, p) && slices.Contains(c.VaiNop, DonVi)
		})
	})
}

// whom is who receives the finished dossier.
func whom(vs []VaiTro) string {
	if len(vs) == 1 && vs[0] == CaNhan {
		return "người đó"
	}
	return roles(vs)
}

func roles(vs []VaiTro) string {
	words := make([]string, len(vs))
	for i, v := range vs {
		words[i] = v.Say()
	}
	return orList(words)
}

// roads lists the roads, without those named.
func roads(ks []Kenh, without ...Kenh) string {
	var words []string
	for _, k := range ks {
		if !slices.Contains(without, k) {
			words = append(words, k.Say())
		}
	}
	return orList(words)
}

func orList(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " hoặc " + words[n-1]
	}
	return strings.Join(words, "")
}

// lower writes a sentence's first letter small, but leaves «UBND» as it is.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
