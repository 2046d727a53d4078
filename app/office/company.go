package office

import (
	"context"
	"errors"
	"strings"
	"unicode"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/storage"

	"golang.org/x/text/unicode/norm"
)

// Finding is something wrong with what a person typed outside a form: the
// field's words, what is wrong and how to mend it.
type Finding struct {
	Field string     `json:"field"`
	Code  string     `json:"code,omitempty"`
	Level form.Level `json:"level"`
	Say   string     `json:"message"`
	Fix   string     `json:"fix,omitempty"`
}

// Blocked reports whether a Lỗi among findings kept what was asked from being done.
func Blocked(fs []Finding) bool { return blocking(fs) }

func blocking(fs []Finding) bool {
	for _, f := range fs {
		if f.Level == form.Loi {
			return true
		}
	}
	return false
}

// checkCompany looks at everything an employer's record can be wrong in.
func checkCompany(dv facts.DonVi) []Finding {
	var out []Finding
	add := func(field string, l facts.LoiMa) {
		if l.Say == "" {
			return
		}
		level := form.Loi
		if l.Nhac {
			level = form.Nhac
		}
		say := l.Say // as a rule it begins with the field's own words
		if _, rest, ok := strings.Cut(say, ": "); ok {
			say = rest
		}
		out = append(out, Finding{Field: field, Level: level, Say: field + ": " + say, Fix: l.Goi})
	}
	must := func(field, value string) bool {
		if value == "" {
			out = append(out, Finding{Field: field, Level: form.Loi, Say: field + ": phải có"})
		}
		return value != ""
	}
	if must("Mã số thuế", dv.MaSoThue) {
		add("Mã số thuế", facts.CheckMST(dv.MaSoThue))
	}
	must("Tên đơn vị", dv.Ten)
	if dv.MaDonVi != "" {
		add("Mã đơn vị", facts.CheckMaDonVi(dv.MaDonVi))
	} else {
		out = append(out, Finding{Field: "Mã đơn vị", Level: form.Nhac, Say: "Mã đơn vị: để trống khi chưa được cấp; hồ sơ nộp qua I-VAN phải có"})
	}
	if must("Mã cơ quan BHXH", dv.CoQuanBHXH) {
		add("Mã cơ quan BHXH", facts.CheckCoQuan(dv.CoQuanBHXH))
	}
	if _, ok := law.SoVung(dv.Vung); dv.Vung != "" && !ok {
		out = append(out, Finding{Field: "Mã vùng", Level: form.Loi, Say: "Mã vùng lương tối thiểu: từ 01 đến 04"})
	}
	if dv.Email != "" {
		add("Địa chỉ thư điện tử", facts.CheckEmail(dv.Email))
	}
	if dv.DienThoai != "" {
		add("Số điện thoại", facts.CheckDienThoai(dv.DienThoai))
	}
	return out
}

// tidyCompany tidies every text of an employer.
func tidyCompany(dv *facts.DonVi) {
	for _, s := range []*string{
		&dv.MaSoThue, &dv.Ten, &dv.MaDonVi, &dv.CoQuanBHXH, &dv.DiaChi, &dv.Email, &dv.DienThoai, &dv.NguoiDaiDien, &dv.SoDinhDanh,
		&dv.LoaiHinh, &dv.NganhNghe, &dv.PhuongThuc, &dv.DoiTuong, &dv.Vung, &dv.NoiLamViec,
	} {
		*s = typed(*s)
	}
}

// typed is a text as a person means it: composed letters, single blanks, no
// signs that cannot be seen.
func typed(s string) string {
	return strings.Join(strings.FieldsFunc(norm.NFC.String(s), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// MergeCompany fills what dv leaves empty with what the store knows of the
// employer, so that entering one field does not lose the others.
func (o *Office) MergeCompany(ctx context.Context, dv facts.DonVi) (facts.DonVi, error) {
	old, err := o.store.DonVi(ctx, dv.MaSoThue)
	if errors.Is(err, storage.ErrNotFound) {
		return dv, nil
	}
	if err != nil {
		return dv, err
	}
	for _, f := range []struct{ now, was *string }{
		{&dv.Ten, &old.Ten}, {&dv.MaDonVi, &old.MaDonVi}, {&dv.CoQuanBHXH, &old.CoQuanBHXH}, {&dv.DiaChi, &old.DiaChi},
		{&dv.Email, &old.Email}, {&dv.DienThoai, &old.DienThoai}, {&dv.NguoiDaiDien, &old.NguoiDaiDien},
		{&dv.SoDinhDanh, &old.SoDinhDanh}, {&dv.LoaiHinh, &old.LoaiHinh}, {&dv.NganhNghe, &old.NganhNghe},
		{&dv.PhuongThuc, &old.PhuongThuc}, {&dv.DoiTuong, &old.DoiTuong}, {&dv.Vung, &old.Vung}, {&dv.NoiLamViec, &old.NoiLamViec}, {&dv.Mau, &old.Mau},
	} {
		if *f.now == "" {
			*f.now = *f.was
		}
	}
	dv.LuongHeSo, dv.ThucHanh = old.LuongHeSo, old.ThucHanh
	return dv, nil
}
