package pdfsig

// change is how far a later revision went, from nothing to the content itself.
type change int

const (
	changeNothing    change = iota
	changeEvidence          // validation data, a time stamp of the document, metadata
	changeSignature         // a signature was added
	changeForm              // fields were filled in
	changeAnnotation        // remarks were added, changed or taken away
	changeContent           // pages, fonts, scripts, structure: what the reader sees
)

// allowed is the furthest change that DocMDP's P lets happen. Where no signature
// says anything, filling in and signing are the usual measure; remarks are not,
// they can cover what was signed.
func allowed(level int) change {
	switch level {
	case 1:
		return changeEvidence
	case 3:
		return changeAnnotation
	default:
		return changeForm
	}
}

// say is what was changed, as part of a sentence.
func (c change) say() string {
	switch c {
	case changeEvidence:
		return "dữ liệu để kiểm tra chữ ký"
	case changeSignature:
		return "chữ ký"
	case changeForm:
		return "nội dung ô nhập liệu"
	case changeAnnotation:
		return "ghi chú đè lên trang"
	case changeContent:
		return "nội dung"
	}
	return "không gì"
}

// step is what one revision did to the one before.
type step struct {
	until  int // where the revision ends
	far    change
	filled []string // names of the fields that were filled in
	shown  bool     // a signature that was added draws on a page
}

func (s *step) reach(c change) { s.far = max(s.far, c) }
