package facts

// Say is the state in the user's words; «chưa rõ» where nobody has told.
func (t TrangThai) Say() string {
	switch t {
	case DangDong:
		return "đang tham gia"
	case ThaiSan:
		return "nghỉ thai sản"
	case NghiOm:
		return "nghỉ ốm dài"
	case KhongLuong:
		return "nghỉ không lương"
	case DaNghi:
		return "đã nghỉ"
	}
	return "chưa rõ"
}
