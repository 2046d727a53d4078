package office

import (
	"ankhai/forms/c12"
	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/payroll"
	"ankhai/forms/print"
	"ankhai/forms/services"
	"ankhai/forms/services/han"
	"ankhai/forms/sheet"
	"ankhai/forms/tralai"
)

// What screens show of forms, services, payrolls and statements: values, never a deed.

// Types of employers and workers.
type (
	// CheDo is a kind of benefit for which a person is off work ("chế độ").
	CheDo = facts.CheDo
	// DonVi is an employer ("đơn vị sử dụng lao động") as the heads of TK3-TS and
	// D02-LT name it (Quyết định 366/QĐ-BHXH).
	DonVi = facts.DonVi
	// DotHuong is one period of a benefit ("đợt hưởng").
	DotHuong = facts.DotHuong
	// HopDong is a labour contract (HĐLĐ) or a decision in its place.
	HopDong = facts.HopDong
	// Luong is the pay on which contributions are computed: either đồng, or the
	// State's coefficients in thousandths (2,34 = 2340), never both.
	Luong = facts.Luong
	// NguoiLaoDong is a person of the roster as they stand at one month.
	NguoiLaoDong = facts.NguoiLaoDong
)

// Constants of employers and workers.
const (
	OmDau           = facts.OmDau    // ốm đau, the kind that is had most often
	DaNghi          = facts.DaNghi   // đã giảm hẳn hoặc chuyển đi
	DangDong        = facts.DangDong // đang tham gia
	TrangThaiChuaRo = facts.ChuaRo   // a gap: nothing tells, or what tells contradicts itself
)

// CheDos lists the kinds of benefits, in the order in which people are told them.
func CheDos() []CheDo { return facts.CheDos() }

// ReasonName is a reason for convalescence in the user's words.
func ReasonName(code string) string { return facts.TenTruongHop(code) }

// Reasons lists the reasons for convalescence, by their codes.
func Reasons() []string { return facts.TruongHopDuongSuc }

// Constants of code lists.
const (
	NhomGiam    = codes.NhomGiam    // giảm hẳn or moved away: GH GD GC
	NhomGiamTam = codes.NhomGiamTam // away for a time: OF TS KL
	NhomTang    = codes.NhomTang    // tăng lao động: TM TD TC TH ON
)

// Values of code lists.
var (
	DanhMucKCB      = codes.KCB      // cơ sở khám chữa bệnh; group: the old province
	DanhMucLoaiHD   = codes.LoaiHD   // loại hợp đồng
	DanhMucPhuongAn = codes.PhuongAn // phương án of D02, compulsory BHXH
	DanhMucVungLTT  = codes.VungLTT  // wage regions 01–04
)

// NhomPhuongAn returns the group of a phương án of D02, "" for an unknown one.
func NhomPhuongAn(pa string) string { return codes.Nhom(pa) }

// Types of forms, their columns and faults.
type (
	// Doc is a filled form: its head, its rows, and the rows of its sub-tables.
	Doc = form.Doc
	// Fault is something wrong with the user's data: a value, never an error.
	Fault = form.Fault
	// FaultLevel says whether a fault blocks sending.
	FaultLevel = form.Level
	// FaultPlace is where a fault stands.
	FaultPlace = form.Place
	// Form is one version of a mẫu.
	Form = form.Form
	// FormColumn is one column of a mẫu.
	FormColumn = form.Column
	// FormRow is one line of a table.
	FormRow = form.Row
	// FormTable is a list of rows under one set of columns.
	FormTable = form.Table
	// FormValue is one cell.
	FormValue = form.Value
)

// Constants of forms, their columns and faults.
const (
	KindBirth   = form.KindBirth
	KindCode    = form.KindCode
	KindDay     = form.KindDay
	KindDecimal = form.KindDecimal
	KindFlag    = form.KindFlag
	KindInt     = form.KindInt
	KindMoney   = form.KindMoney
	KindMonth   = form.KindMonth
	KindRate    = form.KindRate
	KindText    = form.KindText
	Known       = form.Known // S or N holds the answer
	Loi         = form.Loi
	Nhac        = form.Nhac
)

// Blocks reports whether any of the faults stops the form from being sent.
func Blocks(fs []Fault) bool { return form.Blocks(fs) }

// CountFaults returns the number of places with a Lỗi and with a Nhắc.
func CountFaults(fs []Fault) (loi, nhac int) { return form.Count(fs) }

// Dots writes a whole number with a dot between thousands: 5310000 → 5.310.000.
func Dots(n int64) string { return form.Dots(n) }

// Types of the services.
type (
	// ChonGiay are the papers of which one is enough.
	ChonGiay = services.ChonGiay
	// DichVu is one of the 30 dịch vụ công.
	DichVu = services.DichVu
	// MauCau is a sentence for a text column of a mẫu ("mẫu câu"), in the words of the
	// guide that issued the mẫu, with ChoTrong where something is to be filled in.
	MauCau = services.MauCau
	// TruongHop is a case of a service in the user's words, with what it takes.
	TruongHop = services.TruongHop
)

// Constants of the services.
const (
	ChoTrong = services.ChoTrong
	GiayTep  = services.Tep // a file in the dossier
)

// GoiMaus names mẫu as people call them, with a word between.
func GoiMaus(ma []string, between string) string { return services.GoiMaus(ma, between) }

// NhomDichVu returns the name of a group of services.
func NhomDichVu(nhom string) string { return services.NhomTen(nhom) }

// SearchServices returns the services that fit words in plain language, with or
// without diacritics, the best first: those that have all the words before those
// that have most of them.
func SearchServices(words string) []DichVu { return services.Search(words) }

// Types of deadlines.
type (
	// HanCau is a question: an event with its days and answers.
	HanCau = han.Cau
	// HanKetQua is the answer to a question.
	HanKetQua = han.KetQua
	// HanLoai is what a clock's day is.
	HanLoai = han.Loai
	// HanLoi is something wrong with a question: which part of it, and what to do.
	HanLoi = han.Loi
	// HanViec is something to be done because of an event: a clock with its days.
	HanViec = han.Viec
)

// Constants of deadlines.
const (
	HanCon     = han.Con     // still to come
	HanDuocRoi = han.DuocRoi // of SomNhat: it can be done now
	HanHetHieu = han.HetHieu // the day after which something no longer holds
	HanHomNay  = han.HomNay  // today
	HanNen     = han.Nen     // advised; the law sets no number
	HanNop     = han.HanNop  // a limit that the law sets
	HanQuaHan  = han.QuaHan  // past
	HanSapHet  = han.SapHet  // within sapHetNgay days
	HanSomNhat = han.SomNhat // the first day on which it can be done
)

// HanCuaTruongHop lists the questions whose clocks a case is of: for each event the
// answers under which they run, without any day.
func HanCuaTruongHop(id, dichVu string) []HanCau { return han.CuaTruongHop(id, dichVu) }

// TimSuKien returns the event of a code.
func TimSuKien(ma string) (han.SuKien, bool) { return han.TimSuKien(ma) }

// Types of proposals out of a payroll.
type (
	// DeXuat is a proposed line of D02-LT, or a sheet TK1-TS, for a person to accept
	// or not.
	DeXuat = payroll.DeXuat
	// DongChuaRo is a person about whom the payroll and the roster do not agree, or
	// who cannot be told apart.
	DongChuaRo = payroll.ChuaRo
	// PayrollResult is what to declare and what to look at, the payroll's lines in
	// their order, then those who are absent from it.
	PayrollResult = payroll.Result
	// QuyetDinh is what a person decided about a line of a payroll.
	QuyetDinh = payroll.QuyetDinh
	// RowAnswer is what a person says to a question.
	RowAnswer = payroll.Answer
	// TrungNguoi is two records of a roster that look like one person.
	TrungNguoi = payroll.TrungNguoi
	// UngVien is somebody of the roster whom a line may mean.
	UngVien = payroll.UngVien
)

// Constants of proposals out of a payroll.
const (
	BoDong       = payroll.BoDong // nothing is declared of the line this month
	DoiGioiTinh  = payroll.GioiTinh
	DoiHoTen     = payroll.HoTen
	DoiNgaySinh  = payroll.NgaySinh
	DoiNhanThan  = payroll.DoiNhanThan
	DoiSoCCCD    = payroll.SoCCCD
	HaiNguoiKhac = payroll.HaiNguoiKhac // the line is not somebody whom it looks like
	LaMoi        = payroll.LaMoi        // the line is somebody whom the roster does not have
	LaNguoi      = payroll.LaNguoi      // the line is somebody of the roster
	ThieuTuThang = payroll.TuThang      // the month from which it holds
)

// Types of workbooks.
type (
	// CellProblem is something in a workbook that somebody should look at.
	CellProblem = sheet.Problem
	// ColumnMap says what a column was taken for.
	ColumnMap = sheet.ColumnMap
	// LayoutMap is the mapping of one layout.
	LayoutMap = sheet.LayoutMap
	// Mapping remembers how the columns of a company's workbooks were understood, one
	// entry a layout.
	Mapping = sheet.Mapping
	// SheetBook is what a workbook holds.
	SheetBook = sheet.Book
)

// SheetFields returns the facts a column can hold, for the mapping dialogue.
func SheetFields() []sheet.Field { return sheet.Fields() }

// SheetMeanings lists what a sign of a timesheet may mean, for the dialogue.
func SheetMeanings() []sheet.Meaning { return sheet.Meanings() }

// Types of the agency's statement.
type (
	// C12Cot is a column of amounts on a statement.
	C12Cot = c12.Cot
	// C12DongSo is a row with both sides.
	C12DongSo = c12.DongSo
	// C12NguyenNhan is a cause with the people that it is about and what to do about
	// it.
	C12NguyenNhan = c12.NguyenNhan
	// C12OSo is a cell with both sides: what is not known is not compared.
	C12OSo = c12.OSo
	// C12Sua is the proposal for the next period.
	C12Sua = c12.Sua
	// C12Viec is what mends a difference: a stable key for programs.
	C12Viec = c12.Viec
)

// Constants of the agency's statement.
const (
	C12LapHoSo = c12.LapHoSo // report it: D02-LT
	C12SuaTra  = c12.SuaTra  // mend the returned dossier and send it again
	C12VanBan  = c12.VanBan  // write to the agency
)

// Types of dossiers that came back.
type (
	// KetLuan is what a paper says became of a dossier.
	KetLuan = tralai.KetLuan
	// TraLaiKhac is one difference between the returned documents and the corrected
	// ones.
	TraLaiKhac = tralai.Khac
	// TraLaiNoi is a place that a reason is about.
	TraLaiNoi = tralai.Noi
)

// Constants of dossiers that came back.
const (
	KetLuanBiTraLai = tralai.BiTraLai // given back
	KetLuanCoKetQua = tralai.CoKetQua // there is a result
	KetLuanDaNhan   = tralai.DaNhan   // taken in: a receipt, a giấy hẹn
	TraLaiBo        = tralai.Bo       // a row that is not there any more
	TraLaiBoMau     = tralai.BoMau    // a form that is not there any more
	TraLaiCachGhi   = tralai.CachGhi
	TraLaiChuaRo    = tralai.ChuaRo  // it does not say, or nobody can tell
	TraLaiSua       = tralai.Sua     // a cell has another answer
	TraLaiThem      = tralai.Them    // a row that was not there
	TraLaiThemMau   = tralai.ThemMau // a form that was not there
)

// Values of printing.
var (
	ErrPicture = print.ErrPicture
)
