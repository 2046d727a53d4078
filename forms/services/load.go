package services

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/law"
)

//go:embed data/*.tsv
var files embed.FS

// data is everything in data/. A fault in a file stops the program here, naming
// file and line.
var data = mustLoad(files)

type tables struct {
	services   []DichVu
	procedures []ThuTuc
}

func mustLoad(files fs.FS) tables {
	t, err := load(files)
	if err != nil {
		panic("services: " + err.Error())
	}
	return t
}

func load(files fs.FS) (tables, error) {
	var t tables
	seen := map[string]bool{}
	once := func(key string) error {
		if key == "" || seen[key] {
			return fmt.Errorf("key %q is missing or stands twice", key)
		}
		seen[key] = true
		return nil
	}
	err := each(files, "thu-tuc", func(r map[string]string) error {
		p := ThuTuc{
			Ma: r["ma"], Ten: r["ten"], BatBuoc: strings.Fields(r["bat_buoc"]), DuocKem: strings.Fields(r["duoc_kem"]),
			DinhKem: r["dinh_kem"] == "1", TuongLai: r["tuong_lai"] == "1", Goc: r["goc"],
			PhuongAn: strings.Fields(r["phuong_an"]), Confidence: law.Confidence(r["confidence"]), GhiChu: r["ghi_chu"],
		}
		for _, pa := range p.PhuongAn {
			if !codes.PhuongAn.Has(pa) {
				return fmt.Errorf("no phương án %q", pa)
			}
		}
		t.procedures = append(t.procedures, p)
		return firstErr(once(p.Ma), need(p.Ten, "ten"), sure(p.Confidence))
	})
	if err != nil {
		return t, err
	}
	err = each(files, "dich-vu", func(r map[string]string) error {
		s := DichVu{
			ID: r["id"], Nhom: r["nhom"], Ten: r["ten"], NguoiNop: r["nguoi_nop"], Mau: strings.Fields(r["mau"]),
			ThuTuc: strings.Fields(r["thu_tuc"]), Kenh: r["kenh"], Han: r["han"], GiaiQuyet: r["giai_quyet"],
			KetQua: r["ket_qua"], CanCu: r["can_cu"], Confidence: law.Confidence(r["confidence"]), Giong: r["giong"],
		}
		s.tim = " " + codes.Fold(strings.Join([]string{s.ID, s.Ten, r["tu_khoa"], strings.Join(s.Mau, " "), strings.Join(s.ThuTuc, " ")}, " "))
		for _, p := range s.ThuTuc {
			if !seen[p] {
				return fmt.Errorf("no procedure %q", p)
			}
		}
		t.services = append(t.services, s)
		return firstErr(once(s.ID), need(s.Ten, "ten"), need(s.NguoiNop, "nguoi_nop"), need(s.Han, "han"), need(s.CanCu, "can_cu"), sure(s.Confidence))
	})
	if err != nil {
		return t, err
	}
	of := func(id string) (*DichVu, error) {
		for i := range t.services {
			if t.services[i].ID == id {
				return &t.services[i], nil
			}
		}
		return nil, fmt.Errorf("no service %q", id)
	}
	err = each(files, "giay-to", func(r map[string]string) error {
		s, err := of(r["dich_vu"])
		if err != nil {
			return err
		}
		s.GiayTo = append(s.GiayTo, GiayTo{Ten: r["giay_to"], BatBuoc: r["bat_buoc"] == "1", Khi: r["truong_hop"]})
		return need(r["giay_to"], "giay_to")
	})
	if err != nil {
		return t, err
	}
	return t, each(files, "truong-hop", func(r map[string]string) error {
		s, err := of(r["dich_vu"])
		if err != nil {
			return err
		}
		c := TruongHop{ID: r["id"], Ten: r["ten"], ThuTuc: strings.Fields(r["thu_tuc"]), PhuongAn: strings.Fields(r["phuong_an"]),
			Mau: strings.Fields(r["mau"]), GiayTo: r["giay_to"]}
		for _, p := range c.ThuTuc {
			if !seen[p] {
				return fmt.Errorf("no procedure %q", p)
			}
		}
		for _, pa := range c.PhuongAn {
			if !codes.PhuongAn.Has(pa) {
				return fmt.Errorf("no phương án %q", pa)
			}
		}
		s.TruongHop = append(s.TruongHop, c)
		s.tim += " " + codes.Fold(c.Ten)
		return firstErr(once(c.ID), need(c.Ten, "ten"))
	})
}

// each reads a tab separated file, its first line naming the columns.
func each(files fs.FS, name string, row func(map[string]string) error) error {
	file := "data/" + name + ".tsv"
	b, err := fs.ReadFile(files, file)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	for i, l := range lines[1:] {
		cells := strings.Split(l, "\t")
		if len(cells) != len(head) {
			return fmt.Errorf("%s:%d: %d cells for %d columns", file, i+2, len(cells), len(head))
		}
		r := make(map[string]string, len(head))
		for k, h := range head {
			r[h] = strings.TrimSpace(cells[k])
		}
		if err := row(r); err != nil {
			return fmt.Errorf("%s:%d: %w", file, i+2, err)
		}
	}
	return nil
}

func need(s, name string) error {
	if s == "" {
		return fmt.Errorf("%s: missing", name)
	}
	return nil
}

func sure(c law.Confidence) error {
	if c != law.High && c != law.Medium && c != law.Low {
		return fmt.Errorf("confidence: %q is not high, medium or low", c)
	}
	return nil
}

func firstErr(errs ...error) error {
	for _, e := range errs {
		if e != nil {
			return e
		}
	}
	return nil
}
