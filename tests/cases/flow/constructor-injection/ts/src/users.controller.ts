import { Body, Controller, Post } from '@nestjs/common';
import { AnalyticsService } from './analytics.service';

class CreateUserDto {
  email: string;
  password: string;
}

@Controller('users')
export class UsersController {
  constructor(private readonly analytics: AnalyticsService) {}

  @Post()
  create(@Body() dto: CreateUserDto) {
    this.analytics.userCreated(dto.email); // ~> contact.email segment
    return { ok: true };
  }
}
