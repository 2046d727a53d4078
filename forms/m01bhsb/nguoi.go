package m01bhsb

import (
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Nguoi is what a row says of a person: the way back from Dong. What the row does
// not say is empty; the sex and the year of birth that the number of identity has
// are not taken for said.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{HoTen: HoTen.Get(r), MaSoBHXH: MaSoBHXH.Get(r), SoCCCD: SoCCCD.Get(r), MaNV: MaNV.Get(r)}
}

// inHoa writes a name in capitals without marks, as banks do.
func inHoa(s string) string { return strings.ToUpper(codes.Fold(s)) }
