package office

import (
	"context"
	"errors"
	"strings"
	"time"

	"ankhai/forms/law"
	"ankhai/storage"
)

// The purposes of processing personal data, by their codes in the journal.
const (
	ForDeclaring = "ke-khai" // kê khai, which the law asks of an employer
	ForSubject   = "yeu-cau" // the person asked for it
	ForTerm      = "het-han" // its term is over
	ForMistake   = "nham"    // it was entered by mistake
	ForChecking  = "doi-chieu"
	ForSafety    = "an-toan"
	ForHanding   = "ban-giao" // the employer takes its data elsewhere
)

var purposes = map[string]string{
	ForDeclaring: "kê khai BHXH, BHYT, BHTN theo luật", ForSubject: "theo yêu cầu của người lao động", ForTerm: "hết hạn lưu",
	ForMistake: "nhập nhầm", ForChecking: "đối chiếu nội bộ", ForSafety: "giữ an toàn dữ liệu",
	ForHanding: "bàn giao, chuyển dữ liệu của đơn vị",
}

// PurposeSay puts the code of a purpose into words, "" if it is none.
func PurposeSay(code string) string { return purposes[code] }

// deedWords say what was done; what is not for declaring has its own purpose.
var deedWords = map[string]struct{ say, purpose string }{
	"donVi.ghi":             {"Ghi thông tin đơn vị", ""},
	"nguoiLaoDong.ghi":      {"Ghi danh sách người lao động", ""},
	"lichSu.chuyenVao":      {"Chuyển lịch sử từ phần mềm khác vào", ""},
	"bangLuong.ghi":         {"Nhập bảng lương", ""},
	"bangLuong.sua":         {"Sửa ô của bảng lương đã nhập", ""},
	"bangLuong.boSua":       {"Bỏ sửa một ô của bảng lương đã nhập", ""},
	"c12.ghi":               {"Nhập thông báo C12-TS", ForChecking},
	"quyetDinh.ghi":         {"Ghi quyết định về một dòng của bảng lương", ""},
	"quyetDinh.bo":          {"Bỏ quyết định về một dòng của bảng lương", ""},
	"nguoiLaoDong.gop":      {"Gộp hai bản ghi của một người", ""},
	"nguoiLaoDong.tach":     {"Tách lại hai bản ghi đã gộp", ""},
	"nguoiLaoDong.haiNguoi": {"Ghi hai bản ghi là hai người khác nhau", ""},
	"nguoiLaoDong.xemLai":   {"Xem lại hai bản ghi đã ghi là hai người", ""},
	"hoSo.lap":              {"Lập hồ sơ", ""},
	"hoSo.ghiMau":           {"Ghi một mẫu của hồ sơ", ""},
	"hoSo.boMau":            {"Bỏ một mẫu của hồ sơ", ""},
	"hoSo.sua":              {"Sửa ô của hồ sơ", ""},
	"hoSo.hoanTac":          {"Hoàn tác một bước sửa", ""},
	"hoSo.lamLai":           {"Làm lại một bước sửa", ""},
	"hoSo.dinhKem":          {"Đính kèm giấy tờ", ""},
	"hoSo.xemGiayTo":        {"Xem một giấy tờ đã kèm", ""},
	"hoSo.boDinhKem":        {"Bỏ giấy tờ đính kèm", ""},
	"hoSo.boQuaNhac":        {"Bỏ qua một lời nhắc", ""},
	"hoSo.nhacLai":          {"Xem lại một lời nhắc đã bỏ qua", ""},
	"hoSo.ghiChu":           {"Ghi chú cho hồ sơ", ""},
	"hoSo.bienNhan":         {"Ghi biên nhận của cổng", ""},
	"hoSo.in":               {"In mẫu giấy", ""},
	"hoSo.xuat":             {"Xuất gói hồ sơ đã ký", ""},
	"hoSo.xuatBang":         {"Xuất các mẫu của hồ sơ ra Excel", ""},
	"hoSo.truongHop":        {"Chọn trường hợp của hồ sơ", ""},
	"hoSo.giayTo":           {"Ghi một giấy tờ của hồ sơ", ""},
	"hoSo.layKetQua":        {"Lấy kết quả từ cổng", ""},
	"hoSo.kyDuyet":          {"Trình, kiểm hoặc duyệt hồ sơ trong đơn vị", ForChecking},
	"hoSo.giaoKy":           {"Giao hồ sơ đi ký bằng tệp mã hoá", ForHanding},
	"hoSo.giaoKy.daKy":      {"Nhận hồ sơ đã ký về", ""},
	"hoSo.giaoKy.goiLai":    {"Gọi lại hồ sơ đang giao đi ký", ""},
	"giaoKy.mo":             {"Mở tệp giao ký để xem", ForChecking},
	"giaoKy.ky":             {"Ký hồ sơ trong tệp giao ký", ""},
	"vaiTro.ghi":            {"Thêm hoặc đổi vai của một người trên máy", ForChecking},
	"vaiTro.bo":             {"Bỏ một người khỏi máy", ForChecking},
	"vaiTro.saiMatKhau":     {"Gõ sai mật khẩu của một người", ForSafety},
	"donVi.haiNguoi":        {"Đổi yêu cầu hai người của đơn vị", ForChecking},
	"hoSo.nhanTep":          {"Nhận tệp kết quả, biên nhận của hồ sơ", ""},
	"thongBao.nhan":         {"Lấy thông báo của cơ quan BHXH từ cổng", ""},
	"thongBao.doc":          {"Ghi đã đọc một thông báo", ""},
	"thongBao.chuaDoc":      {"Ghi chưa đọc một thông báo", ""},
	"thongBao.hoSo":         {"Ghi thông báo là về hồ sơ nào", ""},
	"thongBao.luu":          {"Ghi tệp của một thông báo ra ngoài", ""},
	"quyTac.them":           {"Thêm một quy tắc riêng", ForChecking},
	"quyTac.bat":            {"Bật một quy tắc riêng", ForChecking},
	"quyTac.tat":            {"Tắt một quy tắc riêng", ForChecking},
	"quyTac.bo":             {"Bỏ một quy tắc riêng", ForChecking},
	"hoSo.gonNhayCam":       {"Bỏ dữ liệu nhạy cảm khi hồ sơ xong", ForTerm},
	"hoSo.xoa":              {"Xoá nội dung hồ sơ đã ký", ForTerm},
	"nguoi.xem":             {"Xem dữ liệu của một người", ForChecking},
	"nguoi.xuat":            {"Xuất dữ liệu của một người", ForSubject},
	"nguoi.sua":             {"Sửa thông tin của một người", ""},
	"nguoi.xoa":             {"Xoá dữ liệu của một người", ForTerm},
	"nguoi.ghiGiayTo":       {"Ghi giấy tờ là của một người", ""},
	"cheDo.ghi":             {"Ghi đợt hưởng chế độ", ""},
	"cheDo.ketQua":          {"Ghi kết quả giải quyết một đợt hưởng", ""},
	"cheDo.bo":              {"Bỏ một đợt hưởng ghi nhầm", ""},
	"cheDo.layLai":          {"Lấy lại đợt hưởng như trước", ""},
	"cheDo.ghiThoiGian":     {"Ghi thời gian đóng trước, điều kiện làm việc", ""},
	"baoCao.xuat":           {"Xuất danh sách, báo cáo", ""},
	"nhatKy.xuat":           {"Xuất nhật ký xử lý", ForChecking},
	"phieu.xuat":            {"Xuất phiếu của người lao động", ""},
	"xoa.bienBan":           {"Lập biên bản xoá", ForSafety},
	"luuTru.dat":            {"Đặt hạn lưu", ForSafety},
	storage.OpenDeed:        {"Xuất dữ liệu mở của đơn vị, ai cũng đọc được", ForHanding},
	storage.TakenDeed:       {"Nhận một đơn vị từ bản xuất mở", ForHanding},
	"duLieu.saoLuu":         {"Sao lưu", ForSafety},
	"duLieu.khoiPhuc":       {"Khôi phục từ bản sao lưu", ForSafety},
	"duLieu.xoaBanSao":      {"Xoá bản sao lưu còn giữ người đã xoá", ForSafety},
}

// Processing is one line of the processing journal ("nhật ký xử lý"): who did what,
// when, for what, and about how many people. It holds no value of anybody's.
type Processing struct {
	Seq     int64     `json:"seq"`
	Time    time.Time `json:"time"`
	Who     string    `json:"who"`
	Code    string    `json:"code"`
	Say     string    `json:"what"`
	Ref     string    `json:"ref"` // ids of records
	Purpose string    `json:"purpose"`
	People  int       `json:"people"`
}

// Processings lists the processing journal from one day to another, both included,
// earliest first; 0 is no limit.
func (o *Office) Processings(ctx context.Context, from, to law.Day) ([]Processing, error) {
	deeds, err := o.store.Deeds(ctx, dayStart(from, 0), dayStart(to, 1))
	if err != nil {
		return nil, err
	}
	out := make([]Processing, len(deeds))
	for i, d := range deeds {
		say, purpose := sayDeed(d)
		out[i] = Processing{Seq: d.Seq, Time: d.At, Who: d.Who, Code: d.What, Say: say, Ref: d.Ref, Purpose: purpose, People: d.People}
	}
	return out, nil
}

func sayDeed(d storage.Deed) (say, purpose string) {
	w := deedWords[d.What]
	if say = w.say; say == "" {
		if state, ok := strings.CutPrefix(d.What, "hoSo."); ok {
			say = "Hồ sơ chuyển sang: " + storage.State(state).Say()
		} else {
			say = d.What
		}
	}
	for _, code := range []string{d.Purpose, w.purpose, ForDeclaring} {
		if purpose = purposes[code]; purpose != "" {
			break
		}
	}
	return say, purpose
}

// dayStart is the moment at which a day begins in Vietnam, n days later.
func dayStart(d law.Day, n int) time.Time {
	if d == 0 {
		return time.Time{}
	}
	return time.Date(d.Year(), time.Month(d.Month().Num()), d.Dom(), 0, 0, 0, 0, vietnam).AddDate(0, 0, n)
}

// deed writes a processing down. Data that may only be looked at keeps no journal
// of looking.
func (o *Office) deed(ctx context.Context, d storage.Deed) error {
	err := o.store.RecordDeed(ctx, d)
	if errors.Is(err, storage.ErrReadOnly) {
		return nil
	}
	return err
}
