package m14hsb

import (
	"strings"

	"ankhai/forms/form"
)

// The kinds of request. They bear the number of the service that they belong to
// (and a point where one service has several); B5 is the same as C12.
const (
	NguoiChet     = "B1"
	HetHan        = "B2.1"
	KhongTen      = "B2.2"
	KhongNhan     = "B2.3"
	TamDungIn     = "B2.4"
	MotLanCu      = "B2.5"
	MotLan        = "C12"
	RaNuocNgoai   = "C1"
	TaiNanDau     = "C2"
	TaiPhat       = "C13"
	TaiNanTiep    = "C14"
	ThaiSan       = "C4.1"
	ThaiSanTN     = "C4.2"
	ChuyenTinh    = "C6"
	NhanThan      = "C8.1"
	SuaQuyetDinh  = "C8.2"
	ChamDut       = "C8.3"
	TroVe         = "C9.1"
	ToaHuy        = "C9.2"
	HetHanTu      = "C9.3"
	HuongLai      = "C9.4"
	MatSucLaoDong = "C11"
	CanBoXa       = "C15"
	LuongHuu      = "LH"
	NoiDungKhac   = "KHAC"
)

// NoiDungs is the list of item 2, what the person asks for.
var NoiDungs = form.Choice("Nội dung yêu cầu 14-HSB",
	NguoiChet, "Truy lĩnh lương hưu, trợ cấp của người hưởng đã chết",
	HetHan, "Hưởng tiếp, truy lĩnh khi hết hạn hưởng",
	KhongTen, "Truy lĩnh các tháng trước chưa nhận khi không có tên trên danh sách chi trả tháng này",
	KhongNhan, "Hưởng tiếp, truy lĩnh khi 6 tháng liên tục không nhận tiền",
	TamDungIn, "Hưởng tiếp, truy lĩnh khi cơ quan BHXH đã tạm dừng in danh sách chi trả",
	MotLanCu, "Truy lĩnh chế độ BHXH một lần những năm trước",
	MotLan, "Hưởng BHXH một lần",
	RaNuocNgoai, "Trợ cấp một lần khi ra nước ngoài để định cư",
	TaiNanDau, "Chế độ tai nạn lao động, bệnh nghề nghiệp lần đầu (tự nộp)",
	TaiPhat, "Chế độ tai nạn lao động, bệnh nghề nghiệp khi tái phát (tự nộp)",
	TaiNanTiep, "Chế độ tai nạn lao động, bệnh nghề nghiệp khi tiếp tục bị (tự nộp)",
	ThaiSan, "Chế độ thai sản của người đã thôi việc hoặc không còn đơn vị",
	ThaiSanTN, "Trợ cấp thai sản của BHXH tự nguyện",
	ChuyenTinh, "Chuyển nơi hưởng lương hưu, trợ cấp sang tỉnh khác",
	NhanThan, "Điều chỉnh thông tin về nhân thân",
	SuaQuyetDinh, "Điều chỉnh, huỷ quyết định hưởng",
	ChamDut, "Chấm dứt hưởng (từ chối hưởng)",
	TroVe, "Hưởng tiếp khi xuất cảnh trái phép đã trở về",
	ToaHuy, "Hưởng tiếp khi Toà án huỷ tuyên bố mất tích hoặc đã chết",
	HetHanTu, "Hưởng tiếp khi chấp hành xong hình phạt tù",
	HuongLai, "Hưởng lại sau khi đã từ chối hưởng",
	MatSucLaoDong, "Trợ cấp theo Quyết định 91/2000/QĐ-TTg, Quyết định 613/QĐ-TTg",
	CanBoXa, "Lương hưu, trợ cấp hằng tháng của cán bộ xã",
	LuongHuu, "Hưởng lương hưu (người bảo lưu, người tham gia tự nguyện)",
	NoiDungKhac, "Nội dung khác",
)

var tatCa = []string{NguoiChet, HetHan, KhongTen, KhongNhan, TamDungIn, MotLanCu, MotLan, RaNuocNgoai, TaiNanDau, TaiPhat, TaiNanTiep,
	ThaiSan, ThaiSanTN, ChuyenTinh, NhanThan, SuaQuyetDinh, ChamDut, TroVe, ToaHuy, HetHanTu, HuongLai, MatSucLaoDong, CanBoXa}

// CuaDichVu lists the kinds of request that a service ("B2") takes, in the
// order of the list; nil for a service that takes no 14-HSB.
func CuaDichVu(id string) []string {
	if id == "B5" {
		id = MotLan
	}
	var out []string
	for _, k := range tatCa {
		if k == id || strings.HasPrefix(k, id+".") {
			out = append(out, k)
		}
	}
	return out
}

// The cases of Điều 70 and 102 in which somebody may take BHXH một lần.
const (
	MLDuTuoi   = "1"
	MLDinhCu   = "2"
	MLBenh     = "3"
	MLSuyGiam  = "4"
	ML12Thang  = "5"
	MLXuatNgu  = "6"
	MLRoiVN    = "7"
	MLHetPhep  = "8"
	canCuMLan  = "Luật 41/2024/QH15 Điều 70, Điều 102"
	canCuML12  = "Luật 41/2024/QH15 Điều 70 khoản 1 điểm đ, Điều 102 khoản 1 điểm đ; Nghị định 158/2025/NĐ-CP Điều 14 khoản 1"
	canCuML15n = "Luật 41/2024/QH15 Điều 70 khoản 1 điểm a, Điều 102 khoản 1 điểm a"
)

// LyDoMotLans is the list of those cases.
var LyDoMotLans = form.Choice("Trường hợp hưởng BHXH một lần (Luật 41/2024/QH15 Điều 70, 102)",
	MLDuTuoi, "Đủ tuổi hưởng lương hưu mà chưa đủ số năm đóng",
	MLDinhCu, "Ra nước ngoài để định cư",
	MLBenh, "Đang mắc ung thư, bại liệt, xơ gan mất bù, lao nặng, AIDS",
	MLSuyGiam, "Suy giảm khả năng lao động từ 81% hoặc khuyết tật đặc biệt nặng",
	ML12Thang, "Sau 12 tháng không đóng, có thời gian đóng trước 01/07/2025, chưa đủ 20 năm",
	MLXuatNgu, "Phục viên, xuất ngũ, thôi việc (điểm d, đ, e khoản 1 Điều 2)",
	MLRoiVN, "Người nước ngoài đủ điều kiện hưởng lương hưu nhưng không tiếp tục cư trú tại Việt Nam",
	MLHetPhep, "Người nước ngoài chấm dứt hợp đồng hoặc giấy phép hết hạn không gia hạn",
)

// GiayDinhCus is the list of papers that show a settling abroad (Điều 78 khoản 2).
var GiayDinhCus = form.Choice("Giấy tờ định cư (Luật 41/2024/QH15 Điều 78 khoản 2)",
	"1", "Giấy xác nhận thôi quốc tịch Việt Nam",
	"2", "Hộ chiếu do nước ngoài cấp",
	"3", "Thị thực xác nhận cho nhập cảnh để định cư",
	"4", "Thẻ thường trú dài hạn ở nước ngoài",
	"5", "Giấy tờ hợp pháp khác",
)

// The two ways of item 3 to be paid.
const (
	QuaTaiKhoan = "1"
	TienMat     = "2"
)

// HinhThucs is the list of item 3.
var HinhThucs = form.Choice("Hình thức nhận", QuaTaiKhoan, "Tài khoản cá nhân", TienMat, "Tiền mặt tại cơ quan BHXH hoặc tổ chức dịch vụ")
