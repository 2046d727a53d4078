package c12

// hieu is by how much a statement differs from our figures: what is due of the
// month, what is adjusted of earlier ones, people up and down, and net pay.
type hieu struct{ p3, p4, tang, giam, luong Nam }

func (h hieu) cong(o hieu) hieu {
	return hieu{h.p3.cong(o.p3), h.p4.cong(o.p4), h.tang.cong(o.tang), h.giam.cong(o.giam), h.luong.cong(o.luong)}
}

// ungVien is a cause that may be: one person's, or one of many people.
type ungVien struct {
	loai  Loai
	nguoi int32 // of DuTinh.Nguoi; -1 for many
	bien  int32 // of Nguoi.Bien, or of kho.gop
	gia   int32
}

// hieuNguoi is what the statement would differ by if the agency had reckoned a person
// as a cause says.
func hieuNguoi(n *Nguoi, u ungVien) (h hieu) {
	nay, truoc, giu := n.Nay.dong(), n.Truoc.dong(), n.Giu.dong()
	switch u.loai {
	case ChuaTinhTang:
		h.p3, h.tang, h.luong = nay.doi(), nay.dem().doi(), n.Nay.canCu().doi()
	case ConTinhGiam:
		h.p3, h.giam, h.luong = giu, truoc.dem().doi(), n.Truoc.canCu()
	case ChuaTinhLuong:
		h.p3, h.luong = giu.tru(nay), n.Truoc.canCu().tru(n.Nay.canCu())
	case ThieuNguoi:
		h.p3, h.giam, h.luong = nay.doi(), nay.dem(), n.Nay.canCu().doi()
	case ThuaNguoi:
		h.p3 = giu
	case HaiLan:
		h.p3, h.tang, h.luong = nay, nay.dem(), n.Nay.canCu()
	case ChuaDieuChinh:
		h.p4 = n.DieuChinh.doi()
	case BHYTGiamCham:
		h.p3[BHYT] = giu[BHYT]
	case BHYTDaGiam:
		h.p4[BHYT] = -n.BHYTCham
	case SaiBHTN:
		h.p3[BHTN] = -nay[BHTN]
	default:
		h.p3 = n.Bien[u.bien].Muc.dong().tru(nay)
	}
	return h
}

// phep projects what differs on the columns that both sides know: for each fund the
// class that it falls into, -1 where it is not compared.
type phep struct {
	lop3, lop4 [SoQuy]int
}

// chieu adds the funds of a class up: the first five are of the month, the others of
// earlier ones.
func (p *phep) chieu(p3, p4 Nam) (out [2 * SoQuy]int64) {
	for q := range SoQuy {
		if c := p.lop3[q]; c >= 0 {
			out[c] += p3[q]
		}
		if c := p.lop4[q]; c >= 0 {
			out[int(SoQuy)+c] += p4[q]
		}
	}
	return out
}

// dau is a linear fingerprint: that of a sum is the sum of those of its parts.
func (p *phep) dau(v [2 * SoQuy]int64) (h uint64) {
	for i, x := range v {
		h += uint64(x) * nhanDau[i]
	}
	return h
}

// nhanDau are odd numbers without a pattern; equal fingerprints are held against the
// numbers themselves.
var nhanDau = func() (out [2 * SoQuy]uint64) {
	x := uint64(1)
	for i := range out {
		x += 0x9E3779B97F4A7C15
		z := (x ^ x>>30) * 0xBF58476D1CE4E5B9
		z = (z ^ z>>27) * 0x94D049BB133111EB
		out[i] = z ^ z>>31 | 1
	}
	return out
}()
