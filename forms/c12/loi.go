package c12

import (
	"fmt"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/law"
)

// soTenKhac is how many people are named of whom the same may be said.
const soTenKhac = 20

// nguyenNhan puts a cause into words.
func (s *soSanh) nguyenNhan(u ungVien, h hieu) NguyenNhan {
	x := NguyenNhan{Loai: u.loai, Ai: []Ai{}, So: h.p3.cong(h.p4)}
	x.Tien = x.So.Tong()
	if u.nguoi < 0 {
		s.noiGop(&x, s.kho.gop[u.bien])
		return x
	}
	n := &s.dt.Nguoi[u.nguoi]
	x.Ai = append(x.Ai, n.ai())
	x.Say = s.noi(n, u.loai, x.Tien)
	x.Sua = s.sua(n, u.loai)
	s.khac(&x, u, h)
	return x
}

// khac names the others whose amounts are the same and of whom it may be said with
// the same right: nobody can tell them apart by the statement.
func (s *soSanh) khac(x *NguyenNhan, u ungVien, h hieu) {
	i, ok := s.kho.at[s.p.dau(s.p.chieu(h.p3, h.p4))]
	if !ok {
		return
	}
	for _, y := range s.kho.nhom[i].ds {
		switch {
		case y.nguoi == u.nguoi || y.nguoi < 0 || y.gia != u.gia:
		case len(x.Khac) < soTenKhac:
			x.Khac = append(x.Khac, s.dt.Nguoi[y.nguoi].ai())
		default:
			x.Hon++
		}
	}
}

// noi says what a cause is about one person.
func (s *soSanh) noi(n *Nguoi, l Loai, tien int64) string {
	ten, e := n.ai().Ten(), n.suKien()
	so := law.VietSo(absolute(tien)) + " đồng"
	switch l {
	case ChuaTinhTang:
		return ten + ": " + s.thayDoi(e, "có tham gia tháng này") + " nhưng thông báo chưa tính, ít hơn " + so + ". " + s.khiBao(e)
	case ConTinhGiam:
		return ten + ": " + s.thayDoi(e, "không còn tham gia") + " nhưng thông báo còn tính, nhiều hơn " + so + ". " + s.khiBao(e)
	case ChuaTinhLuong:
		return ten + ": " + s.thayDoi(e, "đổi mức lương") + fmt.Sprintf(", căn cứ đóng từ %s thành %s, nhưng thông báo còn tính theo mức trước, chênh %s. ", law.VietSo(n.Giu.canCu()[HuuTri]), law.VietSo(n.Nay.canCu()[HuuTri]), so) + s.khiBao(e)
	case ThieuNguoi:
		return ten + ": đang tham gia, không có thay đổi nào, nhưng thông báo thiếu đúng số đóng của người này, " + so
	case ThuaNguoi:
		return ten + ": đã thôi tham gia từ tháng " + n.Nghi.String() + " nhưng thông báo thừa đúng số đóng của người này, " + so + ". " + s.khiBao(e)
	case HaiLan:
		return ten + ": thông báo thừa đúng một lần số đóng của người này, " + so + ": có thể báo tăng hai lần"
	case ChuaDieuChinh:
		return ten + fmt.Sprintf(": điều chỉnh %s đồng của các tháng trước chưa có ở mục B.4. ", law.VietSo(-tien)) + s.khiBao(e)
	case BHYTGiamCham:
		return ten + ": thông báo đã giảm người này nhưng còn tính BHYT của tháng, " + so + ". Báo giảm chậm thì BHYT của tháng vẫn phải đóng (quy trình cũ, Quyết định 595/QĐ-BHXH Điều 50; độ tin cậy thấp từ 01/05/2026)"
	case BHYTDaGiam:
		return ten + ": thông báo hoàn cả BHYT của những tháng báo giảm chậm, " + so + ", ta tính là vẫn phải đóng"
	case BHYTKhongLuong:
		return ten + ": nghỉ không lương, thông báo tính BHYT của tháng, " + so
	case TranKhac:
		return ten + ": tiền lương quanh mức trần, thông báo tính theo mức của tháng khác, chênh " + so
	case SaiBHTN:
		return ten + ": thông báo tính BHTN khác ta, chênh " + so
	}
	return ten + ": chênh " + so
}

// thayDoi says what changed about somebody.
func (s *soSanh) thayDoi(e *SuKien, otherwise string) string {
	if e == nil {
		return otherwise
	}
	say := strings.ToLower(codes.PhuongAn.Label(e.PhuongAn))
	if say == "" {
		say = otherwise
	}
	return fmt.Sprintf("%s (%s) từ tháng %s", say, e.PhuongAn, e.TuThang)
}

// khiBao says when something was reported, held against the month.
func (s *soSanh) khiBao(e *SuKien) string {
	if e == nil {
		return "Không thấy hồ sơ nào báo thay đổi này"
	}
	ho := ""
	if e.HoSo != "" {
		ho = " trong " + e.HoSo
	}
	if e.SoHoSo != "" {
		ho += " (số hồ sơ " + e.SoHoSo + ")"
	}
	m := s.dt.Thang
	switch s.kho.luc(e) {
	case lucChuaBao:
		if e.HoSo != "" {
			return "Chưa gửi: còn ở bản nháp " + e.HoSo
		}
		return "Chưa có hồ sơ nào báo thay đổi này"
	case lucBiTra:
		return "Hồ sơ" + strings.TrimPrefix(ho, " trong") + " bị trả lại nên chưa được tính"
	case lucSauKy:
		return fmt.Sprintf("Báo ngày %s%s, sau khi thông báo tháng %s chốt số (tính đến hết tháng): phải thấy ở thông báo sau", e.Ngay, ho, m)
	case lucCuoiKy:
		return fmt.Sprintf("Báo ngày %s%s, những ngày cuối tháng: khi chốt số cơ quan BHXH có thể chưa xử lý xong (05 ngày làm việc)", e.Ngay, ho)
	}
	return fmt.Sprintf("Đã báo ngày %s%s, trước khi chốt số", e.Ngay, ho)
}

// noiGop puts a cause of many people into words.
func (s *soSanh) noiGop(x *NguyenNhan, g gop) {
	for _, u := range g.ds {
		x.Ai = append(x.Ai, s.dt.Nguoi[u.nguoi].ai())
	}
	so := law.VietSo(absolute(x.Tien)) + " đồng"
	n := len(g.ds)
	switch g.loai {
	case CaNhom:
		e := s.dt.Nguoi[g.ds[0].nguoi].suKien()
		switch g.ho {
		case hoSauKy, hoChuaBao, hoBiTra, hoCuoiKy:
			x.Say = fmt.Sprintf("Tất cả %d thay đổi %s chưa được tính, chênh %s", n, g.ho, so)
		default:
			x.Say = fmt.Sprintf("Cả hồ sơ %s (%d thay đổi) chưa được tính, chênh %s. %s", g.ho, n, so, s.khiBao(e))
		}
		x.Sua = s.suaNhom(g, x.Ai)
	case BHYTKhongLuong:
		x.Say = fmt.Sprintf("BHYT của %d người nghỉ không lương được tính vào thông báo, %s", n, so)
		x.Sua = Sua{Viec: ThietLap, Say: "Nếu cơ quan BHXH nơi đóng vẫn thu, chọn «vẫn đóng» ở thiết lập BHYT của tháng nghỉ không lương"}
	case TranKhac:
		x.Say = fmt.Sprintf("Thông báo tính mức trần của tháng khác cho %d người, chênh %s", n, so)
		x.Sua = s.vanBan(nil)
	case TNLDThap:
		x.Say = fmt.Sprintf("Thông báo tính TNLĐ, BNN theo mức thấp hơn mức thông thường, chênh %s", so)
		x.Sua = Sua{Viec: VanBan, Say: "Nếu đơn vị được chấp thuận mức đóng thấp hơn (Nghị định 58/2020/NĐ-CP) thì thông báo đúng; nếu không, hỏi cơ quan BHXH"}
	case SaiTyLe:
		s.noiTyLe(x)
	case LamTron:
		x.Say = fmt.Sprintf("Thông báo có lẽ %s: chênh %s", g.ho, so)
		x.Sua = suaTron
	}
}

// noiTyLe tells which rate the statement seems to use.
func (s *soSanh) noiTyLe(x *NguyenNhan) {
	for q, n := range x.So {
		if n == 0 {
			continue
		}
		base := s.dt.canCu[q]
		rate := s.dt.tyLe[0][q] + s.dt.tyLe[1][q]
		d := (n*10_000 + sign(n)*base/2) / base
		x.Say = fmt.Sprintf("Quỹ %s: thông báo tính khoảng %s trên căn cứ đóng %s đồng, ta tính %s; chênh %s đồng", Quy(q).Ten(), law.VietTyLe(max(rate+d, 0)), law.VietSo(base), law.VietTyLe(rate), law.VietSo(absolute(n)))
	}
	x.Sua = s.vanBan(nil)
}

// saiSo is what is left within the tolerance of rounding.
func (s *soSanh) saiSo(lech [2 * SoQuy]int64) NguyenNhan {
	x := NguyenNhan{Loai: LamTron, Ai: []Ai{}, Tien: tong(lech), Sua: suaTron}
	x.Say = fmt.Sprintf("Chênh %s đồng, không quá một đồng cho mỗi người ở mỗi quỹ (%d người): cách làm tròn khác nhau, không văn bản nào nói cách làm tròn", law.VietSo(tong(lech)), s.dt.tongTN)
	return x
}

// coTheToiDa bounds the list of changes that may not have been counted.
const coTheToiDa = 50

// coThe lists the changes that the agency may not have counted: what was not sent,
// was returned, or came after the month or at its very end.
func (s *soSanh) coThe() {
	for _, d := range s.kho.nhom {
		for _, u := range d.ds {
			if u.nguoi < 0 || u.gia > giaGan || u.loai == BHYTKhongLuong || u.loai == ChuaDieuChinh {
				continue
			}
			if len(s.out.CoThe) == coTheToiDa {
				return
			}
			x := s.nguyenNhan(u, s.kho.hieu(u))
			x.Khac, x.Hon = nil, 0
			s.out.CoThe = append(s.out.CoThe, x)
		}
	}
}
