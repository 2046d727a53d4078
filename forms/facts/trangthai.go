package facts

// Say is the state in the user's words.
func (t TrangThai) Say() string {
	switch t {
	case DangDong:
		return "đang đóng"
	case ThaiSan:
		return "nghỉ thai sản"
	case NghiOm:
		return "nghỉ ốm"
	case KhongLuong:
		return "nghỉ không lương"
	case DaNghi:
		return "đã nghỉ"
	}
	return string(t)
}
