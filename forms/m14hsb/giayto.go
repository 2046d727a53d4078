package m14hsb

import "ankhai/forms/form"

// GiayTo is the tag of the sub-table of papers, item 5.
const GiayTo = "GiayTo"

// The kinds of papers that the law and the procedures ask for.
const (
	GSo        = "SO"
	GChungTu   = "CT"
	GQuanHe    = "QHTN"
	GUyQuyen   = "UQ"
	GCanCuoc   = "CC"
	GQuyetDinh = "QD"
	GBenhAn    = "BA"
	GGiamDinh  = "GD"
	GDinhCu    = "DC"
	GQuanNgu   = "QN"
	GKhaiSinh  = "KS"
	GDieuTra   = "DT"
	GHoTich    = "HT"
	GTuChoi    = "TC"
	GTroVe     = "VN"
	GToaAn     = "TA"
	GHetTu     = "AT"
	GMatSuc    = "MS"
	GGiaiTrinh = "GT"
	GKhac      = "KHAC"
)

// LoaiGiayTo is the list of those kinds.
var LoaiGiayTo = form.Choice("Giấy tờ kèm theo",
	GSo, "Sổ BHXH",
	GChungTu, "Giấy chứng tử, trích lục khai tử, giấy báo tử hoặc quyết định của Toà án tuyên bố đã chết",
	GQuanHe, "Giấy tờ chứng minh quan hệ thân nhân",
	GUyQuyen, "Giấy uỷ quyền (13-HSB) hoặc văn bản uỷ quyền của các thân nhân",
	GCanCuoc, "Căn cước hoặc xác minh qua VNeID",
	GQuyetDinh, "Quyết định hoặc giấy báo hưởng chế độ",
	GBenhAn, "Bản tóm tắt hồ sơ bệnh án hoặc giấy ra viện",
	GGiamDinh, "Biên bản giám định mức suy giảm khả năng lao động hoặc giấy xác nhận khuyết tật",
	GDinhCu, "Giấy xác nhận thôi quốc tịch hoặc bản dịch chứng thực giấy tờ định cư",
	GQuanNgu, "Bản khai thời gian, địa bàn phục vụ trong quân đội (04B-HBQP)",
	GKhaiSinh, "Giấy khai sinh, trích lục khai sinh hoặc giấy chứng sinh của con",
	GDieuTra, "Biên bản điều tra tai nạn lao động hoặc bệnh án bệnh nghề nghiệp",
	GHoTich, "Giấy tờ hộ tịch, căn cước làm căn cứ điều chỉnh",
	GTuChoi, "Văn bản từ chối hưởng",
	GTroVe, "Văn bản của cơ quan có thẩm quyền về việc trở về nước",
	GToaAn, "Quyết định của Toà án huỷ tuyên bố mất tích hoặc đã chết",
	GHetTu, "Giấy chứng nhận chấp hành xong án phạt tù",
	GMatSuc, "Hồ sơ hưởng trợ cấp mất sức lao động trước đây",
	GGiaiTrinh, "Văn bản giải trình việc nộp chậm",
	GKhac, "Giấy tờ khác",
)

// A paper that goes with a request.
var (
	GTCua  = form.Text("Cua", "Khoá của đơn", form.Must, form.Max(20))
	GTLoai = form.Code("Loai", "Loại giấy tờ", LoaiGiayTo, form.Must, form.Sure(form.Medium), form.Help("Mã do phần mềm đặt; mẫu in bằng lời"))
	GTTen  = form.Text("Ten", "Tên giấy tờ khác", form.Max(255))
	GTSo   = form.Text("So", "Số giấy tờ", form.Max(50))
	GTNgay = form.Date("Ngay", "Ngày của giấy tờ")
)
