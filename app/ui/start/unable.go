package start

import "runtime"

// noOpenGL is a machine whose driver has no OpenGL that Fyne can use.
func noOpenGL(detail string) *Unable {
	u := &Unable{Why: "trình điều khiển màn hình của máy này không có OpenGL 2.1", Detail: detail}
	switch runtime.GOOS {
	case "windows":
		u.Mend = []string{
			"Nếu đang dùng máy từ xa (Remote Desktop) hoặc máy ảo: đặt bộ vẽ bằng phần mềm vào thư mục sw cạnh ankhai.exe rồi mở lại; cách làm có trong docs/cai-dat-windows.md.",
			"Nếu ngồi ngay tại máy: cập nhật trình điều khiển màn hình của hãng (Intel, AMD, NVIDIA) rồi mở lại.",
		}
	case "linux":
		u.Mend = []string{"Cài OpenGL của Mesa (Debian, Ubuntu: gói libgl1-mesa-dri, libgl1, libegl1) rồi mở lại."}
	}
	return u
}

// noDisplay is a machine without a screen to draw on.
func noDisplay(detail string) *Unable {
	return &Unable{
		Why:    "không có màn hình đồ hoạ nào trả lời",
		Mend:   []string{"Mở AnKhai từ màn hình làm việc của máy, không phải từ phiên dòng lệnh hay dịch vụ nền."},
		Detail: detail,
	}
}
