package han

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/law"
	"ankhai/forms/services"
)

// vet refuses a clock that contradicts itself or names what does not exist.
func (t *tables) vet(h Han, s SuKien) error {
	switch {
	case h.Ma == "" || slices.ContainsFunc(t.han, func(o Han) bool { return o.Ma == h.Ma }):
		return fmt.Errorf("clock %q is missing or stands twice", h.Ma)
	case h.Viec == "" || h.CanCu == "" || !sure(h.Confidence) || h.Ai.Say() == "":
		return fmt.Errorf("clock %s needs a task, who, a basis and confidence", h.Ma)
	case !slices.Contains(strings.Fields(loaiTatCa), string(h.Loai)):
		return fmt.Errorf("clock %s: no kind %q", h.Ma, h.Loai)
	case counts(h.Cach) != (h.So > 0 || h.SoLieu != "") || counts(h.Cach) != (h.DonVi != ""):
		return fmt.Errorf("clock %s: the way %q does not fit %d %q", h.Ma, h.Cach, h.So, h.DonVi)
	case h.SoLieu != "" && law.History(h.SoLieu) == nil:
		return fmt.Errorf("clock %s: no figure %q", h.Ma, h.SoLieu)
	case h.Doi != noDoi && h.Doi != Lui && h.Doi != Giu && h.Doi != Som:
		return fmt.Errorf("clock %s: a last day that is off: %q", h.Ma, h.Doi)
	case h.Doi == noDoi && h.DonVi == DonViNgay:
		return fmt.Errorf("clock %s: what becomes of a last day that is off", h.Ma)
	}
	for _, m := range h.Moc {
		_, asked := s.moc(m)
		clock := slices.ContainsFunc(t.han, func(o Han) bool { return o.Ma == m && o.SuKien == h.SuKien })
		if !asked && !clock && m != "ngay" && m != truocNgay && m != sauHetNghi {
			return fmt.Errorf("clock %s counts from %q, which is no day of %s and no clock before it", h.Ma, m, s.Ma)
		}
	}
	for _, c := range h.truongHop {
		_, _, isCase := services.Case(c.id)
		if _, isService := services.Service(c.id); !isCase && !isService {
			return fmt.Errorf("clock %s: no case %q", h.Ma, c.id)
		}
	}
	for _, q := range h.QuaHan {
		if !slices.ContainsFunc(t.hauQua, func(o HauQua) bool { return o.Ma == q }) {
			return fmt.Errorf("clock %s: nothing is known of %q", h.Ma, q)
		}
	}
	return nil
}

// counts reports whether a way of counting has a number.
func counts(c Cach) bool {
	switch c {
	case Sau, KeCa, Truoc, CuoiThangThu, DauThangSau, SauThang, SauDu:
		return true
	}
	return false
}

func sure(c law.Confidence) bool { return c == law.High || c == law.Medium || c == law.Low }
