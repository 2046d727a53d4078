package giamdinh

import "ankhai/forms/form"

// Bang is one of the tables XML0 to XML15.
type Bang struct {
	Ma     string // "XML2", as LOAIHOSO says it
	Ten    string
	Goc    string // root element; "" = not known
	DS     string // the element that holds the rows; "" = the root is the one row
	Dong   string // the element of a row
	Goi    bool   // travels in GIAMDINHHS.xml
	Tin    form.Confidence
	GhiChu string
	Truong []Truong

	at map[string]int // index of a field by its element
}

// Truong is a field of a table.
type Truong struct {
	Ten  string // the element: "NGAY_VAO"
	Nhan string // its words
	Kieu Kieu
	Dai  int // longest text, in characters; 0 = no limit known
	Can  Can
	Ma   []string // the answers, for Ma and MaCung
}

// Kieu is the kind of a field's text.
type Kieu string

// The kinds of field.
const (
	Chuoi    Kieu = "chuoi"
	So       Kieu = "so"       // digits
	Tien     Kieu = "tien"     // đồng with up to two places after a point
	Luong    Kieu = "luong"    // a quantity or a price with up to three places
	TyLe     Kieu = "tyle"     // a whole percentage, 0 to 100
	Ngay     Kieu = "ngay"     // yyyyMMdd
	Gio      Kieu = "gio"      // yyyyMMddHHmm
	NgayGio  Kieu = "ngaygio"  // either
	Sinh     Kieu = "sinh"     // yyyyMMddHHmm, 0000 where month and day are not known
	CacNgay  Kieu = "cacngay"  // yyyyMMdd, several with «;» between
	The      Kieu = "the"      // mã thẻ BHYT, several with «;» between
	CSKCB    Kieu = "cskcb"    // five characters of a facility
	CacCSKCB Kieu = "caccskcb" // several with «;» between
	Hai      Kieu = "hai"      // two digits
	Ma       Kieu = "ma"       // one of the answers known; others may have come since
	MaCung   Kieu = "macung"   // one of the answers, and no other
)

// Can says whether a field must be answered.
type Can string

// The three degrees of need; the decision says of no field outright that it may
// not be empty, MA_LK and STT are what tables and rows are found by.
const (
	PhaiCo Can = "phai"
	NenCo  Can = "nen"
	TuyY   Can = ""
)

// Bangs lists the tables in their order. The caller must not change them.
func Bangs() []*Bang { return bangs }

// BangCua returns a table by its name "XML2", nil for any other.
func BangCua(ma string) *Bang {
	for _, b := range bangs {
		if b.Ma == ma {
			return b
		}
	}
	return nil
}

// BangCuaGoc returns a table by the root of its file, nil for any other.
func BangCuaGoc(goc string) *Bang {
	for _, b := range bangs {
		if b.Goc != "" && b.Goc == goc {
			return b
		}
	}
	return nil
}

// Dong is a row of a table, its cells by the index of the field.
type Dong []string

// Get is the cell of a field, "" where the row or the table has none.
func (b *Bang) Get(d Dong, truong string) string {
	if i, ok := b.at[truong]; ok && i < len(d) {
		return d[i]
	}
	return ""
}

// nhan is the words of a field, "" for one that the table does not have.
func (b *Bang) nhan(truong string) string {
	if i, ok := b.at[truong]; ok {
		return b.Truong[i].Nhan
	}
	return ""
}
