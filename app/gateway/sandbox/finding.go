package sandbox

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// The two levels of a finding.
const (
	Loi  = "Lỗi"
	Nhac = "Nhắc"
)

// Finding is one thing wrong with a dossier. It is also an error, so that an
// injected signature check can return it with its own code.
type Finding struct {
	Ma       string `json:"ma"`            // E-ENV-02
	Tep      string `json:"tep,omitempty"` // file inside the envelope
	Cho      string `json:"cho,omitempty"` // element, row
	ThongBao string `json:"thongBao"`      // Vietnamese, what — where — how to mend
	MucDo    string `json:"mucDo"`         // Loi blocks; empty counts as Loi
}

// Error makes a Finding an error.
func (f Finding) Error() string { return f.Ma + ": " + f.ThongBao }

// Checks are the checks that need knowledge this package does not have. A nil
// function skips its step.
type Checks struct {
	// Signature verifies the XML signature of the envelope (name
	// BHXHDienTu.xml) or of one declaration, and tells the tax code in the
	// signer's certificate, or "" where it names none. The error is a Finding
	// with one of E-SIG-01..04 (missing, digest, value, certificate), or any
	// other error, whose words are shown under E-SIG-03.
	Signature func(name string, xml []byte) (taxCode string, err error)
	// Declaration checks the content of one declaration: E-XML-02, E-BIZ-…
	Declaration func(maToKhai, tenFile string, content []byte) []Finding
	// PDF verifies the signature inside an attachment, as Signature does.
	PDF func(name string, content []byte) (taxCode string, err error)
}

// faultList gathers findings.
type faultList []Finding

func (l *faultList) add(ma, tep, cho, format string, args ...any) {
	*l = append(*l, Finding{Ma: ma, Tep: tep, Cho: cho, ThongBao: fmt.Sprintf(format, args...), MucDo: Loi})
}

func (l *faultList) remind(ma, tep, cho, format string, args ...any) {
	*l = append(*l, Finding{Ma: ma, Tep: tep, Cho: cho, ThongBao: fmt.Sprintf(format, args...), MucDo: Nhac})
}

// groups are the checks in their order, by what their codes begin with.
var groups = []string{"E-XML-", "E-ENV-", "E-LIM-", "E-SIG-", "E-BIZ-"}

// inOrder puts the findings in the order of the checks: a check that is handed in may
// find something of an earlier kind late, as the layout of a declaration.
func (l faultList) inOrder() faultList {
	rank := func(f Finding) int {
		for i, g := range groups {
			if strings.HasPrefix(f.Ma, g) {
				return i
			}
		}
		return len(groups)
	}
	slices.SortStableFunc(l, func(a, b Finding) int { return cmp.Compare(rank(a), rank(b)) })
	return l
}

// maxFindings bounds an answer and a line of the journal.
const maxFindings = 200

// capped keeps the first findings and says how many were left out.
func capped(fs []Finding) []Finding {
	if len(fs) <= maxFindings {
		return fs
	}
	more := Finding{Ma: fs[maxFindings-1].Ma, MucDo: fs[0].MucDo,
		ThongBao: fmt.Sprintf("Còn %d lỗi hoặc lời nhắc khác chưa nêu; sửa các lỗi trên rồi gửi lại để xem tiếp", len(fs)-maxFindings+1)}
	return append(fs[:maxFindings-1:maxFindings-1], more)
}

// split parts what blocks from what does not.
func (l faultList) split() (blocking, reminders []Finding) {
	for _, f := range l {
		if f.MucDo == Nhac {
			reminders = append(reminders, f)
		} else {
			f.MucDo = Loi
			blocking = append(blocking, f)
		}
	}
	return blocking, reminders
}
