package services

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/law"
)

func (t *tables) mau(r map[string]string) error {
	m := Mau{Ma: r["ma"], Goi: or(r["goi"], r["ma"]), Ten: r["ten"], VaiTro: r["vai_tro"], CanCu: r["can_cu"], Confidence: law.Confidence(r["confidence"]), GhiChu: r["ghi_chu"]}
	if m.VaiTro != "" && m.VaiTro != ToKhai && m.VaiTro != BangKe {
		return fmt.Errorf("no role %q", m.VaiTro)
	}
	t.maus = append(t.maus, m)
	return firstErr(t.once("mẫu "+m.Ma), need(m.Ten, "ten"), sure(m.Confidence))
}

func (t *tables) thuTuc(r map[string]string) error {
	p := ThuTuc{
		Ma: r["ma"], Ten: r["ten"], BatBuoc: strings.Fields(r["bat_buoc"]), DuocKem: strings.Fields(r["duoc_kem"]),
		DinhKem: r["dinh_kem"] == "1", TuongLai: r["tuong_lai"] == "1", Goc: r["goc"],
		PhuongAn: strings.Fields(r["phuong_an"]), Confidence: law.Confidence(r["confidence"]), GhiChu: r["ghi_chu"],
	}
	t.procedures = append(t.procedures, p)
	return firstErr(t.once(p.Ma), need(p.Ten, "ten"), sure(p.Confidence), phuongAns(p.PhuongAn), t.forms(p.mau()))
}

// thuTucRieng is a procedure about the use of an I-VAN itself, of no service.
func (t *tables) thuTucRieng(r map[string]string) error {
	if err := t.thuTuc(r); err != nil {
		return err
	}
	p := &t.procedures[len(t.procedures)-1]
	p.Rieng, p.TepRieng, p.GhiChu = true, true, maRieng+p.GhiChu
	return nil
}

func (t *tables) dichVu(r map[string]string) error {
	s := DichVu{
		ID: r["id"], Nhom: r["nhom"], Ten: r["ten"], TenNay: r["ten_nay"], NguoiNop: r["nguoi_nop"], Mau: strings.Fields(r["mau"]),
		ThuTuc: strings.Fields(r["thu_tuc"]), Kenh: r["kenh"], CapTruoc: r["cap_truoc"], CapSau: r["cap_sau"], Han: r["han"],
		GiaiQuyet: r["giai_quyet"], KetQua: r["ket_qua"], CanCu: r["can_cu"], TTHC: r["tthc"], ThayDoi: r["thay_doi"],
		Confidence: law.Confidence(r["confidence"]), Giong: r["giong"], DoChac: map[string]law.Confidence{},
	}
	for _, v := range strings.Fields(r["kenh_loai"]) {
		if Kenh(v).Say() == "" {
			return fmt.Errorf("no road %q", v)
		}
		s.KenhLoai = append(s.KenhLoai, Kenh(v))
	}
	var err error
	if s.VaiNop, err = vaiTros(r["vai_nop"]); err != nil {
		return err
	}
	for _, f := range strings.Fields(r["do_chac"]) {
		fact, c, _ := strings.Cut(f, "=")
		if !slices.Contains(Facts, fact) {
			return fmt.Errorf("no fact %q", fact)
		}
		if err := sure(law.Confidence(c)); err != nil {
			return err
		}
		s.DoChac[fact] = law.Confidence(c)
	}
	s.tim = " " + codes.Fold(strings.Join([]string{s.ID, s.Ten, r["tu_khoa"], strings.Join(s.Mau, " "), strings.Join(s.ThuTuc, " ")}, " "))
	t.services = append(t.services, s)
	return firstErr(t.once(s.ID), need(s.Ten, "ten"), need(s.NguoiNop, "nguoi_nop"), need(s.Han, "han"), need(s.CanCu, "can_cu"),
		need(s.CapSau, "cap_sau"), need(s.ThayDoi, "thay_doi"), sure(s.Confidence), t.known(s.ThuTuc), t.forms(s.Mau))
}

func (t *tables) truongHop(r map[string]string) error {
	s, err := t.of(r["dich_vu"])
	if err != nil {
		return err
	}
	c := TruongHop{
		ID: r["id"], Ten: r["ten"], ThuTuc: strings.Fields(r["thu_tuc"]), PhuongAn: strings.Fields(r["phuong_an"]),
		Mau: strings.Fields(r["mau"]), MauKem: strings.Fields(r["mau_kem"]), GiayTo: r["giay_to"],
		Confidence: law.Confidence(r["confidence"]), GhiChu: r["ghi_chu"], doiHoi: strings.Fields(r["doi_hoi"]),
	}
	if c.VaiNop, err = vaiTros(r["vai_nop"]); err != nil {
		return err
	}
	if !strings.HasPrefix(c.ID, s.ID+".") {
		return fmt.Errorf("case %q is not of service %s", c.ID, s.ID)
	}
	if n := len(c.doiHoi); n != 0 && (n != 3 || c.doiHoi[1] != "khac" && c.doiHoi[1] != "la") {
		return fmt.Errorf("doi_hoi: want a column, khac or la, a value: %q", r["doi_hoi"])
	}
	s.TruongHop = append(s.TruongHop, c)
	s.timTruongHop += " " + codes.Fold(c.Ten)
	return firstErr(t.once(c.ID), need(c.Ten, "ten"), sure(c.Confidence), t.known(c.ThuTuc), phuongAns(c.PhuongAn), t.forms(c.Mau), t.forms(c.MauKem))
}

func (t *tables) giayTo(r map[string]string) error {
	s, err := t.of(r["dich_vu"])
	if err != nil {
		return err
	}
	g := GiayTo{
		ID: r["id"], Ten: r["giay_to"], BatBuoc: r["bat_buoc"] == "co", Tuy: r["bat_buoc"] == "khi", Khi: r["truong_hop"],
		TruongHop: strings.Fields(r["cac_truong_hop"]), Nhom: r["nhom"], Cach: Cach(r["cach"]), TheNao: r["the_nao"],
		Confidence: law.Confidence(r["confidence"]), CanCu: r["can_cu"],
	}
	g.Mau = strings.FieldsFunc(r["mau"], func(c rune) bool { return c == '|' })
	if g.Cach.Say() == "" || (g.Cach == LaMau) != (len(g.Mau) > 0) {
		return fmt.Errorf("way %q does not fit the forms %q", g.Cach, r["mau"])
	}
	if !g.BatBuoc && !g.Tuy && r["bat_buoc"] != "khong" {
		return fmt.Errorf("bat_buoc: %q is not co, khong or khi", r["bat_buoc"])
	}
	for _, c := range g.TruongHop {
		if !t.seen[c] || !strings.HasPrefix(c, s.ID+".") {
			return fmt.Errorf("no case %q of %s", c, s.ID)
		}
	}
	if !strings.HasPrefix(g.ID, s.ID+"-g") {
		return fmt.Errorf("paper %q is not of service %s", g.ID, s.ID)
	}
	s.GiayTo = append(s.GiayTo, g)
	return firstErr(t.once(g.ID), need(g.Ten, "giay_to"), sure(g.Confidence), t.forms(g.Mau))
}

func vaiTros(list string) (out []VaiTro, err error) {
	for _, v := range strings.Fields(list) {
		if VaiTro(v).Say() == "" {
			return nil, fmt.Errorf("no role %q", v)
		}
		out = append(out, VaiTro(v))
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("vai_nop: missing")
	}
	return out, nil
}

func phuongAns(list []string) error {
	for _, pa := range list {
		if !codes.PhuongAn.Has(pa) {
			return fmt.Errorf("no phương án %q", pa)
		}
	}
	return nil
}

// forms asks that every mẫu named is in the table of forms.
func (t *tables) forms(list []string) error {
	for _, m := range list {
		if !t.seen["mẫu "+m] {
			return fmt.Errorf("no form %q", m)
		}
	}
	return nil
}

// known asks that every procedure named is in the table of procedures.
func (t *tables) known(list []string) error {
	for _, p := range list {
		if !t.seen[p] {
			return fmt.Errorf("no procedure %q", p)
		}
	}
	return nil
}
