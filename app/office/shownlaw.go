package office

import (
	"ankhai/forms/law"
	"ankhai/forms/law/lich"
)

// What screens show of the law: values, never a deed. A screen imports this package
// alone, so that what it decides can only be asked of a use case.

// Types of the law: days, months, calculators and what they ask and answer.
type (
	// Buoc is one step of a working: what it finds, how, from which figures, and on
	// which text it rests.
	Buoc = law.Buoc
	// CachHieu is how one company reads a point that the sources leave open: kept with
	// its figures, so that every computation reads it the same way.
	CachHieu = law.CachHieu
	// CauHoi is one question of a calculator.
	CauHoi = law.CauHoi
	// Chot is how an open point is read in one computation, and who settled it.
	Chot = law.Chot
	// ChuaBiet says that a result cannot be given and which figure or input is
	// missing.
	ChuaBiet = law.ChuaBiet
	// Confidence says how sure a figure or a code is.
	Confidence = law.Confidence
	// Day is a calendar day written yyyymmdd (20261122).
	Day = law.Day
	// Holiday is one day of the calendar that is out of the ordinary: a holiday, a rest
	// given for one, or a Saturday on which people work in exchange.
	Holiday = lich.Ngay
	// KetQuaTinh is what a calculator found.
	KetQuaTinh = law.KetQuaTinh
	// LoiVaos are all the faults of the answers at once.
	LoiVaos = law.LoiVaos
	// LawValue is one figure of the law as it holds from one day to another.
	LawValue = law.Value
	// MayTinh is a calculator: what it asks, and how it answers with its working.
	MayTinh = law.MayTinh
	// Month is a calendar month written yyyymm (202611).
	Month = law.Month
	// PhanKQ is one part of a result.
	PhanKQ = law.PhanKQ
	// Sach is the book of figures that a calculator looks into: those that come with
	// the program, and on top of them the later rows that the user has entered because
	// the law moved on, and how the company reads the points that the sources leave
	// open.
	Sach = law.Sach
)

// Constants of the law: days, months, calculators and what they ask and answer.
const (
	ConfidenceHigh   = law.High
	ConfidenceLow    = law.Low
	ConfidenceMedium = law.Medium
	HoiChon          = law.Chon     // one of Chon
	HoiCoKhong       = law.CoKhong  // true or false
	HoiDanhSach      = law.DanhSach // rows of Cot
	HoiNgay          = law.NgayHoi  // a Day
	HoiNuaNgay       = law.NuaNgay  // days to the half: 2.5; kept in halves
	HoiSo            = law.So       // a whole number
	HoiThang         = law.ThangHoi // a Month
	HoiTien          = law.Tien     // đồng
	HoiTyLe          = law.TyLe     // a percentage, kept in 1/1 000 000: 0,628% = 6280
)

// DayAt makes a Day; it does not check that the day exists (see Valid).
func DayAt(year, month, day int) Day { return law.DayOf(year, month, day) }

// DiemMos lists the points that the sources leave open, by name.
func DiemMos() []CauHoi { return law.DiemMos() }

// LawFigure returns the figure of that name as it holds on the day; ok is false
// when there is no such figure or none is known for the day.
func LawFigure(name string, on Day) (v law.Value, ok bool) { return law.Get(name, on) }

// MayTinhs lists the calculators by group and title.
func MayTinhs() []MayTinh { return law.MayTinhs() }

// MucThamChieu returns the mức tham chiếu of the day, in đồng a month; before
// 01/07/2025 that is the lương cơ sở.
func MucThamChieu(on Day) int64 { return law.MucThamChieu(on) }

// ParseDay reads dd/MM/yyyy or yyyy-MM-dd, with one or two digits for day and
// month, and answers ok only for a day that exists.
func ParseDay(s string) (Day, bool) { return law.ParseDay(s) }

// ParseMonth reads MM/yyyy, yyyy-MM, MM-yyyy or MM.yyyy.
func ParseMonth(s string) (Month, bool) { return law.ParseMonth(s) }

// TimMayTinh finds a calculator by the console's name.
func TimMayTinh(ten string) (MayTinh, bool) { return law.TimMayTinh(ten) }

// VietSo writes a number the Vietnamese way, 50.600.000.
func VietSo(n int64) string { return law.VietSo(n) }

// Weekday is the name of the day's weekday in Vietnamese.
func Weekday(d Day) string { return lich.Thu(d) }
