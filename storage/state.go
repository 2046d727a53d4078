package storage

// State is where a dossier and its submission stand.
type State string

// The states, in the order of a dossier's life.
const (
	Nhap          State = "nhap"          // draft
	DaKiem        State = "daKiem"        // draft, checked without a fault that blocks; an edit makes it Nhap again
	DaKy          State = "daKy"          // signed and frozen
	ChoGui        State = "choGui"        // queued
	DangGui       State = "dangGui"       // handed to the wire: the outcome is unknown
	DaGui         State = "daGui"         // a receipt is here
	TiepNhan      State = "tiepNhan"      // accepted, has its số hồ sơ
	DangGiaiQuyet State = "dangGiaiQuyet" // the agency works on it
	CoKetQua      State = "coKetQua"      // the result is here; final
	TraLai        State = "traLai"        // returned or refused; final, a new draft may link to it
	NghiVan       State = "nghiVan"       // nobody can tell whether it arrived: the user decides
	Huy           State = "huy"           // cancelled; final
)

var states = []struct {
	s    State
	say  string
	next []State
}{
	{Nhap, "Nháp", []State{DaKiem, Huy}},
	{DaKiem, "Đã kiểm", []State{Nhap, DaKy, Huy}},
	{DaKy, "Đã ký", []State{ChoGui, Huy}},
	{ChoGui, "Chờ gửi", []State{DangGui, Huy}},
	{DangGui, "Đang gửi, chưa rõ kết quả", []State{DaGui, ChoGui, NghiVan, TraLai}},
	{NghiVan, "Nghi vấn: chưa rõ đã đến nơi hay chưa", []State{DaGui, ChoGui}},
	{DaGui, "Đã gửi", []State{TiepNhan, DangGiaiQuyet, CoKetQua, TraLai}},
	{TiepNhan, "Đã tiếp nhận", []State{DangGiaiQuyet, CoKetQua, TraLai}},
	{DangGiaiQuyet, "Đang giải quyết", []State{CoKetQua, TraLai}},
	{CoKetQua, "Có kết quả", nil},
	{TraLai, "Bị trả lại", nil},
	{Huy, "Đã huỷ", nil},
}

// Say is the state in the user's words.
func (s State) Say() string {
	for i := range states {
		if states[i].s == s {
			return states[i].say
		}
	}
	return string(s)
}

// Draft reports whether a dossier in this state may be edited.
func (s State) Draft() bool { return s == Nhap || s == DaKiem }

// Final reports whether nothing follows.
func (s State) Final() bool { return len(s.Next()) == 0 }

// Next lists the states that may follow. The triggers of the file refuse any
// other move; a test holds the two lists together.
func (s State) Next() []State {
	for i := range states {
		if states[i].s == s {
			return states[i].next
		}
	}
	return nil
}
