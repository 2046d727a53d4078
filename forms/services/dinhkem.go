package services

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ankhai/forms/law"
)

// dinhKem is what a dossier may carry besides its forms. The figures are those of
// one I-VAN's software; none was found in a text of law.
type dinhKem struct {
	soTep    int
	tongByte int64
	loai     []string // endings of names, without the dot
	canCu    string
}

func (t *tables) gioiHan(r map[string]string) error {
	d, k := &t.dinhKem, r["khoa"]
	d.canCu = r["can_cu"]
	n, err := strconv.ParseInt(strings.Fields(r["gia_tri"] + " 0")[0], 10, 64)
	switch k {
	case "so-tep":
		d.soTep = int(n)
	case "tong-byte":
		d.tongByte = n
	case "loai-tep":
		d.loai, err = strings.Fields(r["gia_tri"]), nil
	default:
		return fmt.Errorf("no limit %q", k)
	}
	return firstErr(err, need(d.canCu, "can_cu"), sure(law.Confidence(r["confidence"])))
}

func (d dinhKem) whole() error {
	if d.soTep == 0 || d.tongByte == 0 || len(d.loai) == 0 {
		return fmt.Errorf("a limit of attachments is missing")
	}
	return nil
}

// nhan reports whether a file of this name is of a kind that is taken.
func (d dinhKem) nhan(name string) bool {
	i := strings.LastIndexByte(name, '.')
	return i >= 0 && slices.Contains(d.loai, strings.ToLower(strings.Replace(name[i+1:], "jpeg", "jpg", 1)))
}
