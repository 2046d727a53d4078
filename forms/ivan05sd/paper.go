package ivan05sd

import (
	"ankhai/forms/form"
	"ankhai/forms/ivan"
	"ankhai/forms/khung"
)

func paper() form.Paper {
	line := ivan.Dong
	body := append(Cot.DonVi(),
		line(form.T("Chúng tôi đăng ký với cơ quan bảo hiểm xã hội sửa đổi, bổ sung thông tin đã đăng ký sử dụng dịch vụ I-VAN như sau:")),
		line(form.T("1. Nội dung sửa đổi, bổ sung: "), form.HeadField(NoiDung, 260)),
		line(form.T("2. Thông tin sau khi sửa đổi, bổ sung:")))
	body = append(body, Cot.ChuKySo()...)
	body = append(body,
		line(form.T("- Địa chỉ thư điện tử: "), form.HeadField(Cot.Email, 0)),
		line(form.T("- Điện thoại: "), form.HeadField(Cot.DienThoai, 0)),
		line(form.T("- Tên tổ chức I-VAN: "), form.HeadField(Cot.TenIVAN, 0)),
		line(form.T("Chúng tôi hoàn toàn chịu trách nhiệm trước pháp luật về tính chính xác, trung thực của nội dung trên./.")),
	)
	return form.Paper{
		Version: "08/2015", Basis: ivan.QD08 + "; bố cục dựng lại theo mẫu 04/ĐK-IVAN, chưa đối chiếu bản chính thức", From: khung.Ngay(ivan.NgayQD08),
		Parts: append(Cot.Top("05/SĐ-IVAN", "Sửa đổi, bổ sung thông tin đăng ký sử dụng dịch vụ I-VAN"), form.Lines{Lines: body}, ivan.Ky()),
	}
}
