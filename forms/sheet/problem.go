package sheet

import (
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Problem is something in a workbook that somebody should look at. A Lỗi left a
// value out; a Nhắc tells what was done with one.
type Problem struct {
	Sheet   string     `json:"sheet"`
	Cell    string     `json:"cell"` // "E17"; "" for the sheet or the workbook
	Value   string     `json:"value"`
	Code    string     `json:"code"`
	Level   form.Level `json:"level"`
	Message string     `json:"message"`
	Fix     string     `json:"fix,omitempty"` // what to write instead, where one value fits
}

// The codes are public and never get another meaning.
const (
	xlNoHead       = "XL-01" // no header was found
	xlNoColumn     = "XL-02" // a column that payrolls need is missing
	xlNoResult     = "XL-03" // a formula without a saved result
	xlCellError    = "XL-04" // #REF! and its like
	xlShort        = "XL-05" // fewer rows than the sheet says it has
	xlHiddenRows   = "XL-06" // people in hidden rows
	xlSheetSkipped = "XL-07" // a sheet was not used
	xlOtherMonth   = "XL-08" // the title names another month
	xlTwoColumns   = "XL-09" // two columns for the same fact
	xlNoName       = "XL-10" // a line with numbers of a person but no name
	xlName         = "XL-11" // a name with signs that are no letters
	xlOldConverted = "XL-12" // TCVN3 or VNI, converted
	xlOldUnsure    = "XL-13" // seems TCVN3 or VNI, not converted
	xlMaSo         = "XL-14" // mã số BHXH
	xlCCCD         = "XL-15" // số ĐDCN/CCCD
	xlRounded      = "XL-16" // a number that Excel has rounded
	xlDigits       = "XL-17" // zeros in front restored
	xlBirth        = "XL-18" // date of birth not read
	xlBirthUnsure  = "XL-19" // date of birth read, to be looked at
	xlSex          = "XL-20" // giới tính
	xlMoney        = "XL-21" // an amount not read
	xlThousand     = "XL-22" // an amount that may be in thousands
	xlHeSo         = "XL-23" // coefficient or đồng
	xlFraction     = "XL-24" // parts of a đồng, rounded
	xlNoPay        = "XL-25" // no pay in a person's line
	xlTwiceCCCD    = "XL-26" // the same CCCD in two lines
	xlTwiceMaSo    = "XL-27" // the same mã số BHXH in two lines
	xlPhuongAn     = "XL-28" // phương án not in the list
	xlDay          = "XL-29" // a day or month not read
	xlTwiceName    = "XL-30" // same name and birth, different numbers
	xlCode         = "XL-31" // a code that is not in its list
	xlUnsureLine   = "XL-32" // a person or a sum, not clear
	xlHousehold    = "XL-33" // household members in rows of their own
	xlContact      = "XL-34" // telephone, e-mail
	xlMonthFirst   = "XL-35" // a column that writes month before day
	xlNoForm       = "XL-36" // no sheet of the form, or of a form that is not known
	xlOddColumn    = "XL-37" // a column that the form does not have
	xlKind         = "XL-38" // a cell that is not of its column's kind
	xlMerged       = "XL-39" // cells merged over several rows
	xlNoOwner      = "XL-40" // a row of a sub-table that belongs to no row
	xlNotRow       = "XL-41" // a line under the head that was not taken for a row
	xlOtherVersion = "XL-42" // a workbook of another version of the form
	xlDayUnsure    = "XL-43" // a day read, to be looked at
	xlEncoding     = "XL-44" // a text table in an encoding before Unicode, converted
	xlLooseQuote   = "XL-45" // a quotation mark that nothing closes
	xlConverted    = "XL-46" // an old workbook, converted by another program first
	xlSymbol       = "XL-47" // a sign of a timesheet that nobody has explained
	xlTimeOnly     = "XL-48" // a person of the timesheet who is not in the payroll
	xlNoPayroll    = "XL-49" // a timesheet before the payroll of its month
	xlBackwards    = "XL-50" // an end before its beginning
)

// UnsureLine is the code of a line that may be a person or a sum and was not
// taken: somebody who seems absent may stand in it.
const UnsureLine = xlUnsureLine

// UnknownPhuongAn is the code of a phương án that is not in the list.
const UnknownPhuongAn = xlPhuongAn

// faults gathers the problems of one sheet.
type faults struct {
	sheet string
	list  []Problem
}

func (f *faults) loi(cell, value, code, say, fix string) {
	f.list = append(f.list, Problem{f.sheet, cell, value, code, form.Loi, say, fix})
}

func (f *faults) nhac(cell, value, code, say, fix string) {
	f.list = append(f.list, Problem{f.sheet, cell, value, code, form.Nhac, say, fix})
}

// BeforePayroll says that a timesheet came before the payroll it belongs to.
func (b *Book) BeforePayroll(m law.Month) {
	f := faults{}
	for _, s := range b.Sheets {
		if s.Used && f.sheet == "" {
			f.sheet = s.Name
		}
	}
	f.loi("", "", xlNoPayroll, "Tệp chỉ có bảng chấm công mà chưa có bảng lương tháng "+m.String()+": chưa ghi ngày công của ai. Nhập bảng lương của tháng trước, rồi nhập lại bảng chấm công", "")
	b.Problems = append(b.Problems, f.list...)
}

// OfTimes reports whether a problem speaks of a timesheet as a whole.
func (p Problem) OfTimes() bool { return p.Code == xlSymbol || p.Code == xlTimeOnly }

// OfTwoLines reports whether a problem is that somebody stands in two lines, or seems to.
func (p Problem) OfTwoLines() bool {
	return p.Code == xlTwiceCCCD || p.Code == xlTwiceMaSo || p.Code == xlTwiceName
}
